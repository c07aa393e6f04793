package com.example.ops.page;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Asks the demo's issuer for a token and believes it no more than one that came with a call. Thread-safe. */
class TokenLogin implements AuthenticationProvider {

    private final RestClient issuer;
    private final @Nullable URI tokenUrl;
    private final JwtDecoder tokens;
    private final JwtAuthenticationConverter authorities;

    TokenLogin(RestClient issuer, @Nullable URI tokenUrl, JwtDecoder tokens, JwtAuthenticationConverter authorities) {
        this.issuer = issuer;
        this.tokenUrl = tokenUrl;
        this.tokens = tokens;
        this.authorities = authorities;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        try {
            Jwt token = tokens.decode(ask(login.getName(), String.valueOf(login.getCredentials())));
            Authentication caller = authorities.convert(token);
            return UsernamePasswordAuthenticationToken.authenticated(
                    Objects.requireNonNull(token.getSubject()), null, caller.getAuthorities());
        } catch (HttpClientErrorException.TooManyRequests tooMany) {
            throw new LoginRefused(LoginTrouble.THROTTLED);
        } catch (HttpClientErrorException wrong) {
            throw new LoginRefused(LoginTrouble.WRONG);
        } catch (RestClientException absent) {
            throw new LoginRefused(LoginTrouble.ABSENT, absent);
        } catch (JwtException untrue) {
            throw new LoginRefused(LoginTrouble.REFUSED, untrue);
        }
    }

    @Override
    public boolean supports(Class<?> login) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(login);
    }

    private String ask(String email, String password) {
        if (tokenUrl == null) {
            throw new LoginRefused(LoginTrouble.ABSENT);
        }
        Map<?, ?> answer = issuer.post()
                .uri(tokenUrl)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("email", email, "password", password))
                .retrieve()
                .body(Map.class);
        if (answer == null || !(answer.get("access_token") instanceof String token)) {
            throw new LoginRefused(LoginTrouble.REFUSED);
        }
        return token;
    }
}
