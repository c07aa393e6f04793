package com.example.platform.security;

import com.example.platform.web.Problems;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives a token for an e-mail address and its password; an address nobody has is answered like a wrong password. */
@RestController
class LoginController {

    private final Logins logins;
    private final DemoIssuer issuer;

    LoginController(Logins logins, DemoIssuer issuer) {
        this.logins = logins;
        this.issuer = issuer;
    }

    @ApiResponse(
            responseCode = "200",
            description = "A token",
            content = @Content(schema = @Schema(implementation = IssuedToken.class)))
    @ApiResponse(responseCode = "401", description = "E-mail or password is wrong")
    @ApiResponse(responseCode = "429", description = "Too many wrong logins for this account or from this address")
    @PostMapping("/api/auth/token")
    ResponseEntity<?> token(@Valid @RequestBody LoginRequest login, HttpServletRequest request) {
        return switch (logins.attempt(login, Network.of(request.getRemoteAddr()))) {
            case Logins.Outcome.Known known -> ResponseEntity.ok(issuer.issue(known.account()));
            case Logins.Outcome.Wrong wrong ->
                ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .body(problem(HttpStatus.UNAUTHORIZED, "bad-credentials", "E-mail or password is wrong."));
            case Logins.Outcome.Throttled throttled ->
                ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                        .header(HttpHeaders.RETRY_AFTER, Long.toString(throttled.retryAfterSeconds()))
                        .body(problem(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too-many-logins",
                                "Too many wrong logins; wait a little."));
        };
    }

    private static ProblemDetail problem(HttpStatus status, String type, String detail) {
        return Problems.of(status, type, detail);
    }
}
