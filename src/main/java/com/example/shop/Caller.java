package com.example.shop;

import org.springframework.security.core.Authentication;

/**
 * Who calls, as far as a decision of the shop needs to know.
 *
 * @param subject the {@code sub} of the token
 * @param support whether the caller may see what belongs to others
 */
public record Caller(String subject, boolean support) {

    public static Caller of(Authentication authentication) {
        boolean support = authentication.getAuthorities().stream()
                .anyMatch(authority -> "ROLE_SUPPORT".equals(authority.getAuthority()));
        return new Caller(authentication.getName(), support);
    }

    public boolean maySee(String owner) {
        return support || subject.equals(owner);
    }
}
