package com.example.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** An application that is told to stop says so for a while, and serves meanwhile. */
class DrainTests {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private int port;
    private int management;

    @Test
    void itServesOnWhileReadinessIsDown() throws Exception {
        ConfigurableApplicationContext application = SpringApplication.run(
                WebTestApplication.class,
                "--server.port=0",
                "--management.server.port=0",
                "--management.endpoint.health.probes.add-additional-paths=true",
                "--platform.web.drain=3s");
        port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        management = application.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
        assertThat(connection(call(port, "/t/limited?limit=7"))).isNotEqualTo("close");

        CompletableFuture<Void> stop = CompletableFuture.runAsync(application::close);
        await().pollInterval(Duration.ofMillis(20))
                .until(() -> call(port, "/readyz").statusCode() == 503);
        HttpResponse<String> last = call(port, "/t/limited?limit=7");

        assertThat(last.statusCode()).isEqualTo(200);
        assertThat(connection(last)).isEqualTo("close");
        assertThat(call(port, "/livez").statusCode()).isEqualTo(200);
        assertThat(call(management, "/actuator/health/readiness").statusCode()).isEqualTo(503);
        assertThat(call(management, "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(stop).isNotDone();
        stop.get();
        assertThat(isGone()).isTrue();
    }

    private boolean isGone() throws Exception {
        try {
            return call(port, "/livez").statusCode() == 0;
        } catch (ConnectException gone) {
            return true;
        }
    }

    private HttpResponse<String> call(int to, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://localhost:" + to + path);
        return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static String connection(HttpResponse<String> answer) {
        return answer.headers().firstValue("Connection").orElse("");
    }
}
