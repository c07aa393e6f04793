package com.example.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks at the ports of this machine. */
final class Ports {

    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** Throws naming every port that is taken, with what the demo needs it for. */
    static void requireFree(Map<Integer, String> uses) {
        String taken = uses.entrySet().stream()
                .filter(use -> isTaken(use.getKey()))
                .map(use -> "%d (%s)".formatted(use.getKey(), use.getValue()))
                .sorted()
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new DemoFailure(
                    "Taken by another program: port %s. Stop it and start the demo again.".formatted(taken));
        }
    }

    /** Whether something on this machine answers at the port. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), CONNECT_MILLIS);
            return true;
        } catch (IOException silent) {
            return false;
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket free = new ServerSocket(port)) {
            return !free.isBound();
        } catch (IOException taken) {
            return true;
        }
    }
}
