package com.example.shop.customers;

import com.example.platform.security.Network;
import com.example.platform.security.Throttle;
import com.example.platform.web.Problems;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes registrations, a limited number from one address. */
@RestController
class RegistrationController {

    private final Registrations registrations;
    private final Throttle addresses;

    RegistrationController(Registrations registrations, Throttle addresses) {
        this.registrations = registrations;
        this.addresses = addresses;
    }

    record Registered(UUID id) {}

    @ApiResponse(
            responseCode = "201",
            description = "Registered",
            content = @Content(schema = @Schema(implementation = Registered.class)))
    @ApiResponse(responseCode = "409", description = "There is a customer with this e-mail address")
    @ApiResponse(responseCode = "429", description = "Too many registrations from this address")
    @PostMapping("/api/customers")
    ResponseEntity<?> register(@Valid @RequestBody Registration registration, HttpServletRequest request) {
        String address = Network.of(request.getRemoteAddr());
        if (!addresses.tryAcquire(address)) {
            return throttled(addresses.retryAfter(address));
        }
        return registrations
                .register(registration)
                .<ResponseEntity<?>>map(
                        id -> ResponseEntity.status(HttpStatus.CREATED).body(new Registered(id.value())))
                .orElseGet(() -> Problems.response(
                        HttpStatus.CONFLICT, "email-taken", "There is a customer with this e-mail address."));
    }

    private static ResponseEntity<?> throttled(long seconds) {
        HttpStatus status = HttpStatus.TOO_MANY_REQUESTS;
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .body(Problems.of(status, "too-many-registrations", "Too many registrations; try again later."));
    }
}
