package com.example.platform.security;

import com.example.platform.observability.DescribedKey;

/** What security adds to the server span of a request. */
public enum UserKeys implements DescribedKey {
    PSEUDONYM;

    @Override
    public String asString() {
        return "enduser.pseudo.id";
    }

    @Override
    public String meaning() {
        return "pseudonym of the authenticated subject; absent without one";
    }
}
