package com.example.platform.security;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a login sends. */
record LoginRequest(
        @NotBlank @Size(max = 254) @Pattern(regexp = TEXT) String email,
        @NotBlank @Size(max = 200) String password) {

    /** No control characters and no halves of a character, which a database would not take. */
    private static final String TEXT = "[^\\p{Cntrl}\\p{Cs}]*";

    @Override
    public String toString() {
        return "LoginRequest[masked]";
    }
}
