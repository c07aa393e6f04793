package com.example.stack;

import com.example.testing.ScriptRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Someone on call, who works with the incidents of ops. */
record Operator(URI ops, String token) {

    private static final JsonMapper JSON = new JsonMapper();

    static Operator of(Stack stack) {
        String body = JSON.createObjectNode()
                .put("email", "operator@example.com")
                .put("password", password(stack))
                .toString();
        Reply reply = Reply.send(HttpRequest.newBuilder(stack.shop().resolve("/api/auth/token"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        return new Operator(stack.ops(), reply.json().path("access_token").asString());
    }

    /** The demo's password is a file of its own in each stack. */
    private static String password(Stack stack) {
        String file = System.getProperty("stack.password-file");
        if (file == null) {
            return ScriptRun.of(
                            Duration.ofMinutes(1),
                            stack.environment(),
                            List.of("docker", "compose", "exec", "-T", "shop", "cat", "/run/secrets/demo-password"))
                    .output()
                    .strip();
        }
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The incidents, with all that is known of each, in which the alert fires or fired. */
    Stream<JsonNode> incidentsOf(String alert) {
        return Board.stream(get("").json().path("items"))
                .map(incident -> incident(incident.path("id").asString()))
                .filter(incident -> Board.stream(incident.path("alerts"))
                        .anyMatch(told -> told.path("name").asString().equals(alert)));
    }

    JsonNode incident(String id) {
        return get("/" + id).json();
    }

    Reply report(String id) {
        return get("/" + id + "/report");
    }

    Reply conclude(String id, String rootCause, String resolution) {
        String body = JSON.createObjectNode()
                .put("root_cause", rootCause)
                .put("resolution", resolution)
                .toString();
        return post("/" + id + "/resolution", body);
    }

    Reply move(String id, String status) {
        return post(
                "/" + id + "/status",
                JSON.createObjectNode().put("status", status).toString());
    }

    private Reply get(String path) {
        return Reply.send(request(path).GET());
    }

    private Reply post(String path, String body) {
        return Reply.send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(ops.resolve("/api/incidents" + path)).header("Authorization", "Bearer " + token);
    }
}
