package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import com.example.testing.RecordedLog;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.micrometer.tracing.test.autoconfigure.AutoConfigureTracing;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.web.resources.add-mappings=false", "management.tracing.sampling.probability=1.0"})
@AutoConfigureTracing
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTests {

    private static final String CARD = "4111111111111111";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "null",
                "[]",
                "\"x\"",
                "{\"items\":[]} trailing",
                "{\"items\":[],\"items\":[]}",
                "{\"" + CARD + "\":1}",
                "{\"items\":[{\"sku\":\"a\",\"quantity\":1e400}]}",
                "{\"items\":[{\"sku\":\"a\",\"quantity\":99999999999999999999}]}"
            })
    void aBodyOfAnotherShapeIsMalformed(String body) throws Exception {
        HttpResponse<String> response = post("/t/baskets", body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(problem(response).path("type").stringValue())
                .isIn("urn:problem:malformed-body", "urn:problem:invalid-request");
        assertThat(response.body()).doesNotContain(CARD, "Exception", "jackson", "com.example", "\"instance\"");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'{\"items\":[]}',items,required",
                "'{}',items,required",
                "'{\"items\":[{\"sku\":\"a\",\"quantity\":0}]}',items[0].quantity,range",
                "'{\"items\":[{\"sku\":\"a\",\"quantity\":-1}]}',items[0].quantity,range",
                "'{\"items\":[{\"sku\":\"a\",\"quantity\":1000000000}]}',items[0].quantity,range",
                "'{\"items\":[{\"sku\":\" \",\"quantity\":1}]}',items[0].sku,required",
                "'{\"items\":[{\"sku\":\"a\",\"quantity\":\"4111111111111111\"}]}',items[0].quantity,type",
                "'{\"items\":[{\"sku\":\"a\",\"quantity\":1.5}]}',items[0].quantity,type",
                "'{\"items\":[{\"sku\":\"a\",\"quantity\":null}]}',items[0].quantity,type",
                "'{\"items\":[{\"sku\":\"a\",\"quantity\":1},{\"sku\":\"a\",\"quantity\":1},{\"sku\":\"a\",\"quantity\":1},{\"sku\":\"a\",\"quantity\":1}]}',items,length"
            })
    void aFieldIsRefusedByNameAndReason(String body, String field, String reason) throws Exception {
        HttpResponse<String> response = post("/t/baskets", body);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode problem = problem(response);
        assertThat(problem.path("type").stringValue()).isEqualTo("urn:problem:invalid-request");
        assertThat(problem.path("errors").path(0).path("field").stringValue()).isEqualTo(field);
        assertThat(problem.path("errors").path(0).path("reason").stringValue()).isEqualTo(reason);
        assertThat(response.body()).doesNotContain(CARD, "1000000000", "Exception");
    }

    @Test
    void aKeyThatTheCallerMadeUpDoesNotComeBack() throws Exception {
        HttpResponse<String> response =
                post("/t/baskets", "{\"items\":[{\"sku\":\"a\",\"quantity\":1}],\"notes\":{\"n" + CARD + "\":\"x\"}}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).doesNotContain(CARD);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/t/things/not-a-uuid,400,invalid-request",
        "GET,/t/limited,400,invalid-request",
        "GET,/t/limited?limit=abc,400,invalid-request",
        "GET,/t/limited?limit=0,400,invalid-request",
        "GET,/t/keyed,400,invalid-request",
        "GET,/t/conflict,409,conflict",
        "DELETE,/t/baskets,405,method-not-allowed",
        "PROPFIND,/t/baskets,405,method-not-allowed",
        "GET,/unknown/4111111111111111,404,not-found",
        "GET,/error,404,not-found",
        "GET,/t/bug,500,internal-error",
        "GET,/broken-filter,500,internal-error",
        "GET,/t/no-connection,503,unavailable",
        "GET,/t/query-timeout,503,unavailable"
    })
    void everyErrorIsAProblemThatSaysNothingInternal(String method, String path, int status, String type)
            throws Exception {
        HttpResponse<String> response = send(request(path).method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(problem(response).path("type").stringValue()).isEqualTo("urn:problem:" + type);
        assertThat(problem(response).path("status").intValue()).isEqualTo(status);
        assertThat(response.body())
                .doesNotContain(CARD, "SELECT", "Exception", "com.example", "jdbc", "words", "\"instance\"");
    }

    @Test
    void anUnavailableDatabaseAsksToTryAgain() throws Exception {
        assertThat(send(request("/t/no-connection").GET()).headers().firstValue("Retry-After"))
                .hasValue("1");
    }

    @Test
    void aProblemCarriesTheTraceIdOfItsRequest() throws Exception {
        String traceId = UUID.randomUUID().toString().replace("-", "");
        HttpResponse<String> response =
                send(request("/t/bug").header("traceparent", "00-" + traceId + "-00f067aa0ba902b7-01"));

        assertThat(problem(response).path("trace_id").stringValue()).isEqualTo(traceId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/t/bug", "/broken-filter", "/t/no-connection"})
    void whatIsOurFaultIsLoggedOnceAtErrorWithItsException(String path) throws Exception {
        try (RecordedLog log = new RecordedLog("com.example.platform.web")) {
            send(request(path).GET());

            assertThat(log.lines()).singleElement().satisfies(line -> {
                assertThat(line.getLevel()).isEqualTo(Level.ERROR);
                assertThat(line.getThrowableProxy()).isNotNull();
            });
        }
    }

    @Test
    void anotherContentTypeIsUnsupported() throws Exception {
        HttpResponse<String> response =
                send(request("/t/baskets").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")));

        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(problem(response).path("type").stringValue()).isEqualTo("urn:problem:unsupported-media-type");
    }

    @Test
    void anotherAcceptedTypeIsNotServed() throws Exception {
        HttpResponse<String> response =
                send(request("/t/things/" + UUID.randomUUID()).header("Accept", "application/pdf"));

        assertThat(response.statusCode()).isEqualTo(406);
        assertThat(problem(response).path("type").stringValue()).isEqualTo("urn:problem:not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/t/baskets", "/t/text"})
    void aBodyOverTheLimitIsRefusedWhetherItsLengthIsDeclaredOrNot(String path) throws Exception {
        byte[] large = ("\"" + "x".repeat(65_536) + "\"").getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> declared = send(json(path).POST(BodyPublishers.ofByteArray(large)));
        HttpResponse<String> chunked =
                send(json(path).POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        assertThat(declared.statusCode()).isEqualTo(413);
        assertThat(chunked.statusCode()).isEqualTo(413);
        assertThat(problem(chunked).path("type").stringValue()).isEqualTo("urn:problem:body-too-large");
    }

    @Test
    void aBodyAtTheLimitIsRead() throws Exception {
        HttpResponse<String> response = send(request("/t/text")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("x".repeat(65_536))));

        assertThat(response.body()).isEqualTo("65536");
    }

    @Test
    void headAndOptionsAnswerAndTraceDoesNotEcho() throws Exception {
        HttpResponse<String> head =
                send(request("/t/things/" + UUID.randomUUID()).method("HEAD", BodyPublishers.noBody()));
        HttpResponse<String> options = send(request("/t/baskets").method("OPTIONS", BodyPublishers.noBody()));
        String trace =
                raw("TRACE /t/baskets HTTP/1.1\r\nHost: x\r\nX-Secret: " + CARD + "\r\nConnection: close\r\n\r\n");

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("POST"));
        assertThat(trace)
                .startsWith("HTTP/1.1 405")
                .contains("application/problem+json")
                .doesNotContain(CARD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /<script>?" + CARD + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "nonsense " + CARD + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: bad host " + CARD + "\r\nConnection: close\r\n\r\n",
                "POST /t/text HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\nConnection: close\r\n\r\n"
            })
    void aRequestThatTomcatItselfRefusesGetsAProblemToo(String request) throws Exception {
        String response = raw(request);

        assertThat(response).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 2");
        assertThat(response).contains("application/problem+json").contains("urn:problem:");
        assertThat(response).doesNotContain(CARD, "Tomcat", "Exception", "<html");
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(json(path).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder json(String path) {
        return request(path).header("Content-Type", "application/json");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode problem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return json.readTree(response.body());
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
