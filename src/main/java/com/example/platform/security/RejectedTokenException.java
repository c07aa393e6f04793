package com.example.platform.security;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** A token was not accepted; the message is the reason alone and holds nothing of the token. */
class RejectedTokenException extends BadJwtException {

    private final TokenRejection reason;

    RejectedTokenException(TokenRejection reason) {
        super(reason.word());
        this.reason = reason;
    }

    /** The reason somewhere in a chain of causes; a failure without one had a token of no known form. */
    static TokenRejection reasonOf(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RejectedTokenException rejected) {
                return rejected.reason;
            }
        }
        return TokenRejection.MALFORMED;
    }
}
