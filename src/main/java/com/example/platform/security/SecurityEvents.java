package com.example.platform.security;

/** Counts and logs what a security team asks for. Stub: the implementation follows. Never throws. */
public class SecurityEvents {

    /** Someone was refused by the named policy, from a closed set in code, e.g. {@code operator_only}. */
    public void accessRefused(String policy) {}

    /** A card number came where a token belongs; the number itself goes nowhere. */
    public void cardNumberRefused() {}
}
