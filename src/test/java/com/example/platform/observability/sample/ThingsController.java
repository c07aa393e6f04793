package com.example.platform.observability.sample;

import com.example.platform.observability.LogType;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

/** Does once what an application does, so that its telemetry can be looked at. */
@RestController
public class ThingsController {

    private static final Logger log = LoggerFactory.getLogger(ThingsController.class);

    private final ObservationRegistry observations;
    private final ObjectProvider<JdbcClient> jdbc;
    private final ServletWebServerApplicationContext server;
    private final RestClient client;

    ThingsController(
            ObservationRegistry observations,
            ObjectProvider<JdbcClient> jdbc,
            ServletWebServerApplicationContext server,
            RestClient.Builder client) {
        this.observations = observations;
        this.jdbc = jdbc;
        this.server = server;
        this.client = client.build();
    }

    @GetMapping("/api/things/{id}")
    Map<String, Object> thing(@PathVariable String id, @RequestHeader Map<String, String> headers) {
        log.atInfo()
                .addKeyValue("event", "thing.read")
                .addKeyValue("thing_id", id)
                .addKeyValue("size", 12)
                .log("Thing read");
        return Map.of("id", id, "headers", headers);
    }

    @GetMapping("/api/work")
    String work() {
        Observation.createNotStarted("thing.work", observations)
                .lowCardinalityKeyValue("thing.kind", "small")
                .highCardinalityKeyValue("thing.id", "17")
                .observe(() -> log.atInfo().addMarker(LogType.AUDIT).log("Worked"));
        return "done";
    }

    @GetMapping("/api/call/{id}")
    String call(@PathVariable String id) {
        return client.get()
                .uri("http://localhost:{port}/api/things/{id}?q={q}", port(), id, "private")
                .retrieve()
                .body(String.class);
    }

    @GetMapping("/api/call-failing")
    ResponseEntity<String> callFailing() {
        return client.get()
                .uri("http://localhost:{port}/nowhere/{id}", port(), "private")
                .exchange((request, response) ->
                        ResponseEntity.ok(response.getStatusCode().toString()));
    }

    @GetMapping("/api/query")
    String query() {
        return jdbc.getObject()
                .sql("select tablename from pg_catalog.pg_tables where tablename = ?")
                .param("private")
                .query(String.class)
                .optional()
                .orElse("none");
    }

    @GetMapping("/api/bad-query")
    String badQuery() {
        return jdbc.getObject()
                .sql("select nothing from nowhere")
                .query(String.class)
                .single();
    }

    @GetMapping("/api/boom")
    String boom() {
        throw new IllegalStateException("Card 4111 1111 1111 1111 of anna@example.com");
    }

    @GetMapping("/api/unavailable")
    ResponseEntity<String> unavailable() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("later");
    }

    @GetMapping("/api/early")
    void early(HttpServletResponse response) throws IOException {
        response.flushBuffer();
        response.getWriter().write("done");
    }

    private int port() {
        return server.getWebServer().getPort();
    }
}
