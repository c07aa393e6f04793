package com.example.ops.page;

import java.util.Collection;
import java.util.Objects;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.web.server.ResponseStatusException;

/**
 * What a person may do stands in the token that the provider gives for calls, checked like any other, so that nobody may
 * do more here than with a call. Thread-safe.
 */
class OperatorTokens implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private final JwtDecoder tokens;
    private final JwtAuthenticationConverter authorities;

    OperatorTokens(JwtDecoder tokens, JwtAuthenticationConverter authorities) {
        this.tokens = tokens;
        this.authorities = authorities;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest login) {
        Jwt token = decode(login.getAccessToken().getTokenValue());
        if (!Objects.equals(token.getSubject(), login.getIdToken().getSubject())) {
            throw new LoginRefused(LoginTrouble.REFUSED);
        }
        Collection<GrantedAuthority> roles = authorities.convert(token).getAuthorities();
        return new DefaultOidcUser(roles, login.getIdToken());
    }

    private Jwt decode(String token) {
        try {
            return tokens.decode(token);
        } catch (JwtException untrue) {
            throw new LoginRefused(LoginTrouble.REFUSED, untrue);
        } catch (ResponseStatusException noKeys) {
            throw new LoginRefused(LoginTrouble.ABSENT, noKeys);
        }
    }
}
