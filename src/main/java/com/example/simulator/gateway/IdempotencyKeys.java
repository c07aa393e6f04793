package com.example.simulator.gateway;

/** What an idempotency key may look like: 1 to 255 visible ASCII characters. */
final class IdempotencyKeys {

    static final String VALID = "[\\x21-\\x7e]{1,255}";

    private IdempotencyKeys() {}
}
