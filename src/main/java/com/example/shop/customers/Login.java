package com.example.shop.customers;

import java.util.Locale;

/**
 * An e-mail address as it is compared: without regard to case and to space around it.
 *
 * @param key what the unique index holds
 */
record Login(String key) {

    static Login of(String email) {
        return new Login(email.strip().toLowerCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "Login[masked]";
    }
}
