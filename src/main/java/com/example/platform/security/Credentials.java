package com.example.platform.security;

import java.util.Optional;
import java.util.Set;

/** What the demo issuer asks to learn whose login this is; an application that has users implements it. */
public interface Credentials {

    /** The account if the password is right. Takes as long for an unknown login as for a wrong password. */
    Optional<Account> verify(String login, String password);

    /**
     * An account as far as a token tells of it.
     *
     * @param subject an opaque id, never personal
     * @param roles lower-case names, e.g. {@code operator}
     */
    record Account(String subject, Set<String> roles) {}
}
