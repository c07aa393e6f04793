package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "management.endpoint.health.probes.add-additional-paths=true")
class KeepAliveTests {

    /** {@code jdk.httpclient.keepalive.timeout}, its default. */
    private static final int SECONDS_OF_THE_JDK_CLIENT = 30;

    @LocalServerPort
    private int port;

    @Test
    void anIdleConnectionIsKeptLongerThanItsClientKeepsIt() throws IOException {
        String head = headOfAnAnswer();

        assertThat(head).containsPattern("(?m)^Keep-Alive: timeout=\\d+");
        int seconds = Integer.parseInt(head.replaceAll("(?s).*Keep-Alive: timeout=(\\d+).*", "$1"));
        assertThat(seconds).isGreaterThan(SECONDS_OF_THE_JDK_CLIENT);
    }

    private String headOfAnAnswer() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write("GET /livez HTTP/1.1\r\nHost: zz\r\nConnection: keep-alive\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] answer = new byte[4_096];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, read, StandardCharsets.US_ASCII);
        }
    }
}
