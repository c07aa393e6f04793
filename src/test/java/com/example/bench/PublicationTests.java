package com.example.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class PublicationTests {

    private final List<String> received = new CopyOnWriteArrayList<>();

    @Test
    void whatWasMeasuredIsPutInPlaceOfWhatWasThere() throws Exception {
        push(200);
        assertThat(received)
                .containsExactly(
                        "PUT /metrics/job/bench/service/shop/environment/bench",
                        "# TYPE bench_start_seconds gauge\nbench_start_seconds{packaging=\"fat jar\"} 9.5\n");
    }

    @Test
    void aPushgatewayThatRefusesItIsAnError() {
        assertThatIllegalStateException().isThrownBy(() -> push(400)).withMessageContaining("400");
    }

    private void push(int status) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
                received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(status, -1);
            }
        });
        server.start();
        try {
            new Publication(results())
                    .push(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
    }

    private static BenchResults results() {
        StartUp.Figures figures =
                new StartUp.Figures(Spread.of(List.of(9.5)), Spread.of(List.of(300.0)), Spread.of(List.of(400.0)));
        return new BenchResults(Map.of(
                Part.START_UP, BenchResult.of(Machine.here(), Map.of(), new StartUp(Map.of("fat jar", figures)))));
    }
}
