package com.example.platform.security;

/** Turns a subject into the pseudonym that logs, spans and the audit trail carry. Stub: the implementation follows. */
public class Pseudonyms {

    /** The same subject always gives the same pseudonym under one key; it cannot be turned back. */
    public String of(String subject) {
        throw new UnsupportedOperationException();
    }
}
