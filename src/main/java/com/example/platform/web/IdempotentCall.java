package com.example.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * What makes a call the same as an earlier one.
 *
 * @param subject whose key it is: the {@code sub} of the token
 * @param operation what the key is for, from a closed set in code, e.g. {@code document.send}
 * @param key the value of {@code Idempotency-Key}, or null when the caller sent none
 * @param content everything the answer depends on, as a JSON-serialisable value; another content under the same key is 422
 */
public record IdempotentCall(
        String subject, String operation, @Nullable String key, Object content) {}
