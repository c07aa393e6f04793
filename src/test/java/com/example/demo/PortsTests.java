package com.example.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTests {

    @Test
    void aTakenPortIsNamedWithItsUse() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            assertThatExceptionOfType(DemoFailure.class)
                    .isThrownBy(() -> Ports.requireFree(Map.of(port, "shop")))
                    .withMessage("Taken by another program: port %d (shop). Stop it and start the demo again.", port);
        }
    }

    @Test
    void freePortsAreFine() throws IOException {
        int port;
        try (ServerSocket other = new ServerSocket(0)) {
            port = other.getLocalPort();
        }
        assertThatCode(() -> Ports.requireFree(Map.of(port, "shop"))).doesNotThrowAnyException();
    }
}
