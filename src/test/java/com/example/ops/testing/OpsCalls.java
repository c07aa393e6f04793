package com.example.ops.testing;

import com.example.platform.security.Tokens;
import com.nimbusds.jose.jwk.RSAKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls as Alertmanager, as an operator and as someone who is none. */
public final class OpsCalls {

    private static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    private final String operator;

    private final String stranger;

    public OpsCalls(int port, RSAKey key) {
        this.base = "http://localhost:" + port;
        Tokens tokens = new Tokens(key);
        this.operator = token(tokens, "olga", "operator");
        this.stranger = token(tokens, "carl", "support");
    }

    /** Good for longer than a test moves its clock. */
    private static String token(Tokens tokens, String subject, String role) {
        return tokens.with(claims -> claims.subject(subject)
                .claim("roles", List.of(role))
                .expirationTime(Date.from(Instant.now().plusSeconds(864_000))));
    }

    public int alerts(String notification) {
        return send("POST", "/api/alerts", notification, "not-a-secret").statusCode();
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, null, operator);
    }

    public HttpResponse<String> post(String path, String body) {
        return send("POST", path, body, operator);
    }

    public HttpResponse<String> asStranger(String method, String path, String body) {
        return send(method, path, body, stranger);
    }

    public JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    /** The incidents of a service, the newest first. */
    public List<JsonNode> incidents(String service) {
        return StreamSupport.stream(json(get("/api/incidents")).path("items").spliterator(), false)
                .filter(incident -> incident.path("service").asString().equals(service))
                .toList();
    }

    public JsonNode incident(String service) {
        return json(
                get("/api/incidents/" + incidents(service).getFirst().path("id").asString()));
    }

    public HttpResponse<String> change(String service, String what, String body) {
        return post("/api/incidents/" + incidents(service).getFirst().path("id").asString() + "/" + what, body);
    }

    public String report(String service) {
        return get("/api/incidents/" + incidents(service).getFirst().path("id").asString() + "/report")
                .body();
    }

    private HttpResponse<String> send(String method, String path, String body, String bearer) {
        try {
            return CLIENT.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                            .header("Authorization", "Bearer " + bearer)
                            .header("Content-Type", "application/json")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
