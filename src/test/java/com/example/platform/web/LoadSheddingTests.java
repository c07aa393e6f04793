package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.platform.web.WebTestApplication.Gate;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.micrometer.metrics.test.autoconfigure.AutoConfigureMetrics;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "platform.web.max-concurrent-requests=1",
            "management.endpoint.health.probes.enabled=true",
            "management.endpoint.health.probes.add-additional-paths=true"
        })
@AutoConfigureMetrics
class LoadSheddingTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Gate gate;

    @Autowired
    private MeterRegistry registry;

    @LocalServerPort
    private int port;

    @Test
    void callsOverTheLimitAreShedWhileProbesPass() throws Exception {
        CompletableFuture<HttpResponse<String>> first = http.sendAsync(request("/slow"), BodyHandlers.ofString());
        gate.entered.await();

        HttpResponse<String> second = http.send(request("/slow"), BodyHandlers.ofString());
        HttpResponse<String> probe = http.send(request("/livez"), BodyHandlers.ofString());
        gate.open.countDown();

        assertThat(second.statusCode()).isEqualTo(503);
        assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(second.body()).contains("urn:problem:overloaded");
        assertThat(probe.statusCode()).isEqualTo(200);
        assertThat(first.get().body()).isEqualTo("done");
        assertThat(registry.get("http.server.requests.shed").counter().count()).isEqualTo(1);
        await().until(() -> registry.get("http.server.requests")
                        .tag("status", "503")
                        .timer()
                        .count()
                == 1);
        // the place of a call is free a moment after its client has the answer
        await().until(() -> http.send(request("/slow"), BodyHandlers.ofString()).statusCode() == 200);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
    }
}
