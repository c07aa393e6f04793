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
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that send or read slowly, more of them than there are places for calls. */
@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "platform.web.max-concurrent-requests=2",
            "platform.web.body-timeout=2s",
            "platform.web.answer-timeout=2s",
            "platform.web.max-slow-callers=6",
            "platform.web.head-timeout=2s",
            "platform.web.max-arriving-heads=20",
            "platform.web.max-body-room=20KB",
            "platform.web.max-handlers=12",
            "spring.threads.virtual.enabled=true"
        })
@ExtendWith(OutputCaptureExtension.class)
class SlowClientsTests {

    private static final int SLOW = 6;

    /** So many more than handlers that others would have to wait for long. */
    private static final int CROWD = 40;

    private static final String POST = "POST /t/text HTTP/1.1\r\nHost: zz\r\nContent-Type: text/plain\r\n";

    private static final String FORM =
            "POST /t/text HTTP/1.1\r\nHost: zz\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    private static final String LARGE = "GET /t/large HTTP/1.1\r\nHost: zz\r\n\r\n";

    private static final String HEAD = "GET /t/limited?limit=7 HTTP/1.1\r\nHost: zz\r\nX-Slow: ";

    private final List<Socket> sockets = new ArrayList<>();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    @Autowired
    private WebTestApplication.Gate gate;

    @AfterEach
    void hangUp() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    @Test
    void bodiesThatComeSlowlyHoldUpNobodyElse() throws Exception {
        for (int i = 0; i < CROWD; i++) {
            send(connected(), POST + "Content-Length: 100\r\n\r\nz");
        }
        assertThatOthersAreServed();
    }

    @Test
    void answersThatAreReadSlowlyHoldUpNobodyElse() throws Exception {
        for (int i = 0; i < SLOW; i++) {
            send(connected(), LARGE);
        }
        // an answer that has begun is being written
        for (Socket socket : sockets) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');
        }
        assertThatOthersAreServed();
    }

    @Test
    void aBodyThatComesTooSlowlyIsGivenUp() throws Exception {
        assertThatItIsGivenUp(POST + "Content-Length: 100\r\n\r\n");
    }

    @Test
    void aFormThatComesTooSlowlyIsGivenUp() throws Exception {
        assertThatItIsGivenUp(FORM + "Content-Length: 100\r\n\r\n");
    }

    @Test
    void theTypeOfAFormIsOneInAnySpelling() throws Exception {
        HttpRequest.Builder request =
                request("/t/form").header("Content-Type", "Application/X-WWW-Form-Urlencoded ; charset=UTF-8");
        HttpResponse<String> answer = http.send(
                request.POST(HttpRequest.BodyPublishers.ofString("field=z")).build(), BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("z");
    }

    /** Tomcat reads all of it in one go: the size of a chunk, what may follow it, and the fields after the last one. */
    @ParameterizedTest
    @ValueSource(strings = {"1;", "1\r\nz\r\n1;", "0\r\nX-Slow: "})
    void theFrameOfABodyInChunksThatComesTooSlowlyIsGivenUp(String start) throws Exception {
        assertThatItIsGivenUp(POST + "Transfer-Encoding: chunked\r\n\r\n" + start);
    }

    private void assertThatItIsGivenUp(String start) throws IOException {
        Socket socket = connected();
        send(socket, start);
        sayUntilAnswered(socket, "z");
        assertThat(head(socket)).startsWith("HTTP/1.1 408").contains("urn:problem:body-too-slow");
    }

    private static void sayUntilAnswered(Socket socket, String words) {
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofSeconds(5))
                .until(() -> socket.getInputStream().available() > 0 || !isSaid(socket, words));
    }

    /** Each of them is quick enough; all of them are with one handler. */
    @Test
    void bodiesThatComeALittleSlowlyOneAfterTheOtherAreGivenUp() throws Exception {
        Socket socket = connected();
        send(socket, POST + "Content-Length: 1\r\n\r\n");
        StringBuilder heard = new StringBuilder();
        await().pollInterval(Duration.ofMillis(350))
                .atMost(Duration.ofSeconds(8))
                .until(() -> {
                    while (socket.getInputStream().available() > 0) {
                        heard.append((char) socket.getInputStream().read());
                    }
                    return heard.indexOf("HTTP/1.1 408") >= 0
                            || !isSaid(socket, "z" + POST + "Content-Length: 1\r\n\r\n");
                });
        assertThat(heard).contains("HTTP/1.1 200").contains("urn:problem:body-too-slow");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n1;"})
    void ofTheBodiesThatComeSlowlyOnlySoManyAreWaitedFor(String start) throws Exception {
        for (int i = 0; i < 2 * SLOW; i++) {
            send(connected(), POST + start);
        }
        await().atMost(Duration.ofMillis(1_700)).until(() -> answered().size() == SLOW);
        for (Socket refused : answered()) {
            assertThat(head(refused)).startsWith("HTTP/1.1 503").contains("Retry-After");
        }
    }

    @Test
    void answersThatAreTakenTooSlowlyAreBrokenOff() throws Exception {
        Socket socket = connected();
        send(socket, LARGE);
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        await().pollInterval(Duration.ofMillis(100)).until(() -> {
            assertThat(socket.getInputStream().read()).isNotNegative();
            return System.nanoTime() - end > 0;
        });
        assertThat(socket.getInputStream().readAllBytes()).hasSizeLessThan(7_000_000);
    }

    @Test
    void moreWhoDoNotReadThanThereAreHandlersHoldUpNobodyForLong() throws Exception {
        for (int i = 0; i < CROWD; i++) {
            send(connected(), LARGE);
        }
        assertThatOthersAreServed();
    }

    @Test
    void nobodyWaitsForTheRestOfABodyThatWasRefused() throws Exception {
        Socket socket = connected();
        socket.setSoTimeout(50);
        send(socket, POST + "Content-Length: 500000\r\n\r\nz");
        sayUntilClosed(socket);
    }

    @Test
    void whoSendsTheRestOfARefusedBodyIsAnswered() throws Exception {
        Socket socket = connected();
        send(socket, POST + "Content-Length: 500000\r\n\r\n" + "z".repeat(500_000));
        assertThat(head(socket)).startsWith("HTTP/1.1 413");
    }

    @Test
    void whoAsksBeforeHeSendsAndIsRefusedHoldsNoHandler() throws Exception {
        Duration shortest = Duration.ofDays(1);
        for (int i = 0; i < 5; i++) {
            Socket socket = connected();
            long began = System.nanoTime();
            send(socket, POST + "Content-Length: 500000\r\nExpect: 100-continue\r\n\r\n");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 413");
            shortest = Collections.min(List.of(shortest, Duration.ofNanos(System.nanoTime() - began)));
        }
        assertThat(shortest).isLessThan(Duration.ofMillis(400));
    }

    /** Tomcat answers it itself, without a failure. */
    @Test
    void nobodyWaitsForABodyThatWasAskedForInVain() throws Exception {
        Socket socket = connected();
        socket.setSoTimeout(50);
        send(socket, "OPTIONS * HTTP/1.1\r\nHost: zz\r\nExpect: 100-continue\r\nContent-Length: 500000\r\n\r\n");
        sayUntilClosed(socket);
    }

    @Test
    void aHeadThatIsTooLargeIsNoFaultOfTheServer(CapturedOutput output) throws Exception {
        Socket socket = connected();
        send(socket, POST + "Content-Length: 10\r\nX-Large: " + "z".repeat(40_000));
        assertThat(head(socket)).startsWith("HTTP/1.1 400");
        await().until(() -> isClosed(socket));
        assertThat(output.getAll()).doesNotContain("\"level\":\"ERROR\"").doesNotContain("parsingHeader");
    }

    @Test
    void theTimeForAHeadBeginsAnewAfterACall() throws Exception {
        Socket socket = connected();
        send(socket, "GET /slow HTTP/1.1\r\nHost: zz\r\nX-Slow: ");
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        send(socket, "z\r\n\r\n" + HEAD);
        long end = System.nanoTime() + Duration.ofMillis(2_200).toNanos();
        await().until(() -> System.nanoTime() - end > 0);
        gate.open.countDown();
        assertThat(head(socket)).startsWith("HTTP/1.1 200").contains("done");
        send(socket, "z\r\n\r\n");
        assertThat(head(socket)).startsWith("HTTP/1.1 200");
    }

    @Test
    void aHeadThatStopsIsGivenUpAsSoon() throws Exception {
        Socket socket = connected();
        send(socket, HEAD);
        long began = System.nanoTime();
        assertThat(socket.getInputStream().read()).isNegative();
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(5));
    }

    @Test
    void aHeadThatComesTooSlowlyIsGivenUp() throws Exception {
        Socket socket = connected();
        socket.setSoTimeout(50);
        send(socket, HEAD);
        sayUntilClosed(socket);
    }

    @Test
    void onlySoManyHeadsArriveAtATimeAndOthersAreServed() throws Exception {
        for (int i = 0; i < 30; i++) {
            Socket socket = connected();
            socket.setSoTimeout(1);
            send(socket, HEAD);
        }
        await().pollInterval(Duration.ofMillis(20)).until(() -> closed() == 10);
        assertThatOthersAreServed();
        hangUp();
        await().pollInterval(Duration.ofMillis(200)).until(this::twentyHeadsInPartsAreServed);
    }

    private long closed() throws IOException {
        long closed = 0;
        for (Socket socket : sockets) {
            closed += isClosed(socket) ? 1 : 0;
        }
        return closed;
    }

    /** As soon as the server knows that those before them have gone. */
    private boolean twentyHeadsInPartsAreServed() throws IOException {
        hangUp();
        for (int i = 0; i < 20; i++) {
            send(connected(), HEAD);
        }
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        for (Socket socket : sockets) {
            if (!isServed(socket)) {
                return false;
            }
        }
        return true;
    }

    private static void sayUntilClosed(Socket socket) {
        await().pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(5))
                .until(() -> isClosed(socket) || !isSaid(socket, "z"));
    }

    private static boolean isSaid(Socket socket, String words) {
        try {
            send(socket, words);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean isServed(Socket socket) {
        try {
            send(socket, "z\r\n\r\n");
            return socket.getInputStream().read() == 'H';
        } catch (IOException closed) {
            return false;
        }
    }

    private List<Socket> answered() {
        return sockets.stream().filter(SlowClientsTests::isAnswered).toList();
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
        assertThat(head(socket)).containsAnyOf("HTTP/1.1 413", "HTTP/1.1 503");
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
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(10));
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
