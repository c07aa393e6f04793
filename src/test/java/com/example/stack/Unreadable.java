package com.example.stack;

/** Something in a file that no test here would look at; it must not go unnoticed. */
class Unreadable extends RuntimeException {

    Unreadable(Origin origin, String what) {
        super(origin + ": " + what);
    }
}
