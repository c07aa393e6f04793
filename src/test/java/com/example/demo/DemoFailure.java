package com.example.demo;

/** Why the demo cannot start, in words for the person who started it; shown without a stack trace. */
class DemoFailure extends RuntimeException {

    DemoFailure(String message) {
        super(message, null, false, false);
    }
}
