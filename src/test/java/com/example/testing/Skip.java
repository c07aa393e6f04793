package com.example.testing;

import org.opentest4j.TestAbortedException;

/** Leaves a test out where it cannot run; never without a line on stdout that says why. */
public final class Skip {

    private Skip() {}

    public static void unless(boolean possible, String reason) {
        if (!possible) {
            throw because(reason);
        }
    }

    public static TestAbortedException because(String reason) {
        System.out.println("Skipped: " + reason);
        return new TestAbortedException(reason);
    }
}
