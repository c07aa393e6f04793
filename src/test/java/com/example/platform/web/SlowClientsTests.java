package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that send or read slowly, more of them than there are places for calls. */
@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "platform.web.max-concurrent-requests=2",
            "platform.web.body-timeout=2s",
            "platform.web.max-slow-bodies=6",
            "platform.web.head-timeout=1s",
            "platform.web.max-arriving-heads=20",
            "platform.web.max-body-room=20KB",
            "spring.threads.virtual.enabled=false"
        })
class SlowClientsTests {

    private static final int SLOW = 6;

    private static final String POST = "POST /t/text HTTP/1.1\r\nHost: zz\r\nContent-Type: text/plain\r\n";

    private static final String FORM =
            "POST /t/text HTTP/1.1\r\nHost: zz\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    private static final String HEAD = "GET /t/limited?limit=7 HTTP/1.1\r\nHost: zz\r\nX-Slow: ";

    private final List<Socket> sockets = new ArrayList<>();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    @Test
    void bodiesThatComeSlowlyHoldUpNobodyElse() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            send(connected(), POST + "Content-Length: 100\r\n\r\nz");
        }
        assertThatOthersAreServed();
    }

    @Test
    void answersThatAreReadSlowlyHoldUpNobodyElse() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            send(connected(), "GET /t/large HTTP/1.1\r\nHost: zz\r\n\r\n");
        }
        // an answer that has begun is being written
        for (Socket socket : sockets) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
        assertThatOthersAreServed();
    }

    @Test
    void aBodyThatComesTooSlowlyIsGivenUp() throws Exception {
        Socket socket = connected();
        send(socket, POST + "Content-Length: 100\r\n\r\n");
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(5))
                .until(() -> {
                    send(socket, "z");
                    return socket.getInputStream().available() > 0;
                });
        assertThat(head(socket)).contains("408").contains("urn:problem:body-too-slow");
    }

    @Test
    void aFormThatComesTooSlowlyIsGivenUp() throws Exception {
        Socket socket = connected();
        send(socket, FORM + "Content-Length: 100\r\n\r\n");
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(5))
                .until(() -> {
                    send(socket, "z");
                    return socket.getInputStream().available() > 0;
                });
        assertThat(head(socket)).contains("408").contains("urn:problem:body-too-slow");
    }

    @Test
    void aBodyThatPausesIsGivenUpSooner() throws Exception {
        Socket socket = connected();
        send(socket, POST + "Content-Length: 100\r\n\r\nz");
        long began = System.nanoTime();
        assertThat(head(socket)).contains("408").contains("urn:problem:body-too-slow");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(1_800));
    }

    @Test
    void ofTheBodiesThatComeSlowlyOnlySoManyAreWaitedFor() throws Exception {
        for (int i = 0; i < 2 * SLOW; i++) {
            send(connected(), POST + "Content-Length: 100\r\n\r\nz");
        }
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            for (Socket socket : sockets) {
                if (socket.getInputStream().available() > 0) {
                    return true;
                }
                send(socket, "z");
            }
            return false;
        });
        Socket first = sockets.stream()
                .filter(SlowClientsTests::isAnswered)
                .findFirst()
                .orElseThrow();
        assertThat(head(first)).contains("503").contains("Retry-After");
    }

    @Test
    void nobodyWaitsForTheRestOfABodyThatWasRefused() throws Exception {
        Socket socket = connected();
        socket.setSoTimeout(50);
        send(socket, POST + "Content-Length: 500000\r\n\r\nz");
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(3))
                .until(() -> {
                    send(socket, "z");
                    return isClosed(socket);
                });
    }

    @Test
    void whoSendsTheRestOfARefusedBodyIsAnswered() throws Exception {
        Socket socket = connected();
        send(socket, POST + "Content-Length: 500000\r\n\r\n" + "z".repeat(500_000));
        assertThat(head(socket)).contains("413");
    }

    @Test
    void aHeadThatComesTooSlowlyIsGivenUp() throws Exception {
        Socket socket = connected();
        socket.setSoTimeout(50);
        send(socket, HEAD);
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(5))
                .until(() -> {
                    send(socket, "z");
                    return isClosed(socket);
                });
    }

    @Test
    void onlySoManyHeadsArriveAtATimeAndOthersAreServed() throws Exception {
        for (int i = 0; i < 30; i++) {
            Socket socket = connected();
            socket.setSoTimeout(50);
            send(socket, HEAD);
        }
        await().until(() -> {
            long closed = 0;
            for (Socket socket : sockets) {
                closed += isClosed(socket) ? 1 : 0;
            }
            return closed == 10;
        });
        assertThatOthersAreServed();
        hangUp();
        await().until(() -> {
            Socket socket = connected();
            send(socket, HEAD + "zz\r\n");
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            send(socket, "\r\n");
            return socket.getInputStream().read() == 'H';
        });
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException closed) {
            return false;
        }
    }

    /** By the other side. */
    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read(new byte[4_096]) < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @Test
    void bodiesInChunksWithoutEndAreRefused() throws Exception {
        Socket socket = connected();
        send(socket, POST + "Transfer-Encoding: chunked\r\n\r\n");
        String chunk = "1000\r\n" + "z".repeat(0x1000) + "\r\n";
        await().pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(5))
                .until(() -> {
                    send(socket, chunk);
                    return socket.getInputStream().available() > 0;
                });
        assertThat(head(socket)).containsAnyOf("413", "503");
    }

    @Test
    void theMemoryForBodiesIsBoundedAndFreeAgain() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            send(connected(), POST + "Content-Length: 10000\r\n\r\n" + "z".repeat(9_000));
        }
        await().until(() -> post("z".repeat(8_000)).statusCode() == 503);
        assertThat(post("z".repeat(8_000)).headers().firstValue("Retry-After")).hasValue("1");
        hangUp();
        await().until(() -> post("z".repeat(8_000)).statusCode() == 200);
    }

    private void assertThatOthersAreServed() throws Exception {
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> answer =
                    http.send(request("/t/limited?limit=7").build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        assertThat(post("zz").body()).isEqualTo("2");
    }

    private HttpResponse<String> post(String text) throws Exception {
        HttpRequest.Builder request = request("/t/text").header("Content-Type", "text/plain");
        return http.send(request.POST(HttpRequest.BodyPublishers.ofString(text)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    /** With a window so small that an answer does not fit into what the systems keep for it. */
    private Socket connected() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(Socket socket) throws IOException {
        byte[] answer = new byte[4_096];
        int read = socket.getInputStream().read(answer);
        return new String(answer, 0, read, StandardCharsets.US_ASCII);
    }
}
