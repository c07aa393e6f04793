package com.example.platform.web;

import java.util.HexFormat;

/**
 * An idempotency key as the table knows it.
 *
 * @param hash SHA-256 of what the caller sent, which may be anything and is not kept
 */
record IdempotentKey(String subject, String operation, byte[] hash) {

    @Override
    public String toString() {
        return operation + "/" + HexFormat.of().formatHex(hash, 0, 4);
    }
}
