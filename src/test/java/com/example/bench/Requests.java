package com.example.bench;

import java.util.function.LongFunction;

/**
 * Requests by their number, from 0.
 *
 * @param status that is a success
 */
record Requests(int status, LongFunction<byte[]> bytes) {

    /** Those behind the first ones. */
    Requests after(long first) {
        return new Requests(status, number -> bytes.apply(first + number));
    }
}
