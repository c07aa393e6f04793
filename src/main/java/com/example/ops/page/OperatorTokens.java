package com.example.ops.page;

import com.example.platform.security.Pseudonyms;
import com.example.platform.security.SecurityEvents;
import java.util.Collection;
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
    private final SecurityEvents events;
    private final Pseudonyms pseudonyms;

    OperatorTokens(
            JwtDecoder tokens, JwtAuthenticationConverter authorities, SecurityEvents events, Pseudonyms pseudonyms) {
        this.tokens = tokens;
        this.authorities = authorities;
        this.events = events;
        this.pseudonyms = pseudonyms;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest login) {
        Jwt token = decode(login.getAccessToken().getTokenValue());
        String subject = token.getSubject();
        if (subject == null || !subject.equals(login.getIdToken().getSubject())) {
            events.loginFailed();
            throw new LoginRefused(LoginTrouble.REFUSED);
        }
        Collection<GrantedAuthority> roles = authorities.convert(token).getAuthorities();
        events.loginSucceeded(pseudonyms.of(subject));
        return new DefaultOidcUser(roles, login.getIdToken());
    }

    private Jwt decode(String token) {
        try {
            return tokens.decode(token);
        } catch (JwtException untrue) {
            events.loginFailed();
            throw new LoginRefused(LoginTrouble.REFUSED, untrue);
        } catch (ResponseStatusException noKeys) {
            throw new LoginRefused(LoginTrouble.ABSENT, noKeys);
        }
    }
}
