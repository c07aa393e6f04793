package com.example.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** The calls that may be served at a time; probes need no place. Thread-safe. */
final class Places {

    private static final Set<String> PROBES = Set.of("/livez", "/readyz");

    private final Semaphore free;

    Places(int number) {
        free = new Semaphore(number);
    }

    static boolean neededFor(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !PROBES.contains(path) && !path.startsWith("/actuator");
    }

    /** A guess, right at one moment. */
    boolean anyFree() {
        return free.availablePermits() > 0;
    }

    boolean take() {
        return free.tryAcquire();
    }

    void giveBack() {
        free.release();
    }
}
