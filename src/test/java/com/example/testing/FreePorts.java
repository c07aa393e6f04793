package com.example.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports for processes to come, none of them given twice. */
final class FreePorts {

    /** Below what systems give to connections, one of which may come between the choice of a port and its use. */
    private static final int FIRST = 20_000;

    private static final int NUMBER = 12_000;

    /** Not from the first on, for another build may run on this machine. */
    private static final AtomicInteger given =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(NUMBER));

    private FreePorts() {}

    static int next() {
        for (int tried = 0; tried < NUMBER; tried++) {
            int port = FIRST + given.getAndIncrement() % NUMBER;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from " + FIRST + " on");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
