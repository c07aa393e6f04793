package com.example.stack;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.MountableFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real Loki with the configuration of the stack, and what it has stored. */
final class StoredLines extends GenericContainer<StoredLines> {

    static final String IMAGE = "grafana/loki:3.7.8";

    private static final JsonMapper JSON = new JsonMapper();

    /** A line with its time, the labels of its stream, and its structured metadata. */
    record Line(Instant time, String text, Map<String, String> labels, Map<String, String> metadata) {}

    StoredLines(Network network) {
        super(IMAGE);
        withNetwork(network);
        withNetworkAliases("loki");
        withCopyFileToContainer(MountableFile.forHostPath("loki/loki.yaml"), "/etc/loki/loki.yaml");
        withCopyFileToContainer(MountableFile.forHostPath("loki/rules"), "/etc/loki/rules");
        withCommand("-config.file=/etc/loki/loki.yaml");
        withExposedPorts(3100);
        withStartupAttempts(3);
        waitingFor(Wait.forHttp("/ready").forPort(3100).withStartupTimeout(Duration.ofMinutes(1)));
    }

    /** The lines of a service within the last hour. */
    List<Line> of(String service) {
        String query = URLEncoder.encode("{service=\"%s\"}".formatted(service), StandardCharsets.UTF_8);
        JsonNode answer = get("/loki/api/v1/query_range?since=1h&query=" + query);
        return stream(answer.at("/data/result"))
                .flatMap(found -> stream(found.get("values")).map(value -> line(found.get("stream"), value)))
                .toList();
    }

    /** Puts lines of the last seconds there, one a millisecond. */
    void push(String service, String level, List<String> lines) {
        long newest = Instant.now().toEpochMilli();
        List<List<String>> values = IntStream.range(0, lines.size())
                .mapToObj(at -> List.of((newest - at) + "000000", lines.get(at)))
                .toList();
        Map<String, String> stream = Map.of("service", service, "environment", "test", "level", level);
        Object body = Map.of("streams", List.of(Map.of("stream", stream, "values", values)));
        Reply reply = Reply.send(HttpRequest.newBuilder(address("/loki/api/v1/push"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        if (reply.status() != 204) {
            throw new IllegalStateException(reply.body());
        }
    }

    private static Line line(JsonNode labels, JsonNode value) {
        long nanos = value.get(0).asLong();
        return new Line(
                Instant.ofEpochSecond(0, nanos),
                value.get(1).asString(),
                map(labels),
                map(value.at("/2/structuredMetadata")));
    }

    private JsonNode get(String pathAndQuery) {
        // without the header Loki mixes structured metadata into the labels
        return Reply.send(HttpRequest.newBuilder(address(pathAndQuery))
                        .header("X-Loki-Response-Encoding-Flags", "categorize-labels"))
                .json();
    }

    private URI address(String pathAndQuery) {
        return URI.create("http://%s:%d%s".formatted(getHost(), getMappedPort(3100), pathAndQuery));
    }

    private static Map<String, String> map(JsonNode object) {
        return object.properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
