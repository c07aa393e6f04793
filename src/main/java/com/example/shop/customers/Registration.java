package com.example.shop.customers;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What someone sends to become a customer. */
record Registration(
        @NotBlank @Size(max = 100) @Pattern(regexp = TEXT) String name,

        @NotBlank @Size(max = 254) @Email @Pattern(regexp = TEXT)
        String email,

        @NotNull @Utf8Size(min = 10, max = 72) String password) {

    /** No control characters and no halves of a character, which the database would not take. */
    private static final String TEXT = "[^\\p{Cntrl}\\p{Cs}]*";

    @Override
    public String toString() {
        return "Registration[masked]";
    }
}
