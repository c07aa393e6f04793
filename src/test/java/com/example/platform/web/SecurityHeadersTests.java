package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.RecordedLog;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is answered before any filter chain of security: by the container and by the filters in front. */
@SpringBootTest(classes = WebTestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SecurityHeadersTests {

    private static final Pattern TRACE_ID = Pattern.compile("\"trace_id\":\"([0-9a-f]{32})\"");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "GET /broken-filter HTTP/1.1, 500",
        "TRACE /t/limited HTTP/1.1, 405",
        "GET /{} HTTP/1.1, 400",
        "GET / HTTP/9.9, 400",
        "NO ROUTE AT ALL, 400",
        "'GET / HTTP/1.1\r\nContent-Length: zz', 400",
        "'GET / HTTP/1.1\r\nTransfer-Encoding: zz', 400",
        "'GET / HTTP/1.1\r\nExpect: zz', 400",
        "'GET / HTTP/1.1\r\nContent-Length: 9999999', 413"
    })
    void everyAnswerCarriesTheSecurityHeadersAndATraceId(String start, int status) throws IOException {
        String answer = send(start);

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("content-security-policy: default-src 'none'; frame-ancestors 'none'")
                .contains("x-content-type-options: nosniff")
                .contains("x-frame-options: deny")
                .contains("referrer-policy: no-referrer")
                .contains("strict-transport-security: max-age=31536000")
                .contains("no-store")
                .contains("content-type: application/problem+json")
                .doesNotContain("tomcat", "server:");
    }

    @Test
    void whatTheContainerRefusesHasAnIdThatIsInTheLog() throws IOException {
        try (RecordedLog log = new RecordedLog(Untraced.class.getName())) {
            Matcher told = TRACE_ID.matcher(send("GET /{} HTTP/1.1"));

            assertThat(told.find()).isTrue();
            assertThat(log.lines()).singleElement().satisfies(line -> {
                assertThat(line.getMDCPropertyMap()).containsEntry("traceId", told.group(1));
                assertThat(RecordedLog.fields(line))
                        .containsEntry("event", "http.request.refused")
                        .containsEntry("status", 400);
            });
        }
    }

    private String send(String start) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            String request = start + "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
