package com.example.ops.page;

/** What was asked for is not there. */
class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotFound() {
        super("Not found", null, false, false);
    }
}
