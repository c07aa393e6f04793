package com.example.stack;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real Alertmanager with a configuration. */
final class AlertmanagerContainer extends GenericContainer<AlertmanagerContainer> {

    static final String IMAGE = "prom/alertmanager:v0.34.1";

    static final String TOKEN = "the-token-of-this-test";

    private static final JsonMapper JSON = new JsonMapper();

    private static final int PORT = 9093;

    private static final List<String> TEMPLATES =
            List.of("/usr/share/prometheus/alertmanager/default.tmpl", "/usr/share/prometheus/alertmanager/email.tmpl");

    AlertmanagerContainer(String configuration) {
        super(IMAGE);
        withCopyToContainer(Transferable.of(configuration), "/etc/alertmanager/alertmanager.yml");
        withCopyToContainer(Transferable.of(TOKEN), "/run/secrets/webhook-token");
        // Debian's program looks for its own templates there, and starts with empty ones; the official image has them
        // built in
        TEMPLATES.forEach(file -> withCopyToContainer(Transferable.of(""), file));
        withCommand(
                "--config.file=/etc/alertmanager/alertmanager.yml",
                "--storage.path=/alertmanager",
                "--cluster.listen-address=");
        withExtraHost("host.docker.internal", "host-gateway");
        withExposedPorts(PORT);
        withStartupAttempts(3);
        waitingFor(Wait.forHttp("/-/ready").forPort(PORT));
    }

    /** Says that an alert with these labels, names and values by turns, fires. */
    void fire(String... labels) {
        post(labels(labels), Instant.now().plusSeconds(3600));
    }

    /** Says that it does not fire any more. */
    void resolve(String... labels) {
        post(labels(labels), Instant.now());
    }

    /** Those that fire here, as name and service. */
    List<String> firing() {
        JsonNode alerts = Reply.get(url(), "/api/v2/alerts").json();
        return Board.stream(alerts)
                .map(alert -> alert.path("labels"))
                .map(labels -> labels.path("alertname").asString() + " "
                        + labels.path("service").asString())
                .toList();
    }

    private void post(Map<String, String> labels, Instant end) {
        Object alert = Map.of("labels", labels, "startsAt", Instant.now().minusSeconds(60), "endsAt", end);
        Reply reply = Reply.send(HttpRequest.newBuilder(url().resolve("/api/v2/alerts"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(List.of(alert)))));
        if (!reply.ok()) {
            throw new IllegalStateException(reply.body());
        }
    }

    private static Map<String, String> labels(String... labels) {
        return Stream.iterate(0, at -> at < labels.length, at -> at + 2)
                .collect(Collectors.toMap(at -> labels[at], at -> labels[at + 1]));
    }

    private URI url() {
        return URI.create("http://" + getHost() + ":" + getMappedPort(PORT));
    }
}
