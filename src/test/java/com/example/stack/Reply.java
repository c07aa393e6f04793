package com.example.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a backend answered. */
record Reply(int status, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Asks by GET; the parameters are names and values by turns. */
    static Reply get(URI backend, String path, Object... parameters) {
        String query = Stream.iterate(0, index -> index < parameters.length, index -> index + 2)
                .map(index -> parameters[index] + "=" + encoded(parameters[index + 1]))
                .collect(Collectors.joining("&", "?", ""));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(backend + path + query));
        return send(request.header("Accept", "application/json"));
    }

    /** The same within a time, whose ends are given in seconds. */
    static Reply get(URI backend, String path, Window window, Object... parameters) {
        Object[] time = {
            "start", window.from().getEpochSecond(), "end", window.to().getEpochSecond()
        };
        return get(
                backend, path, Stream.of(time, parameters).flatMap(Stream::of).toArray());
    }

    static Reply send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    boolean ok() {
        return status == 200;
    }

    JsonNode json() {
        return JSON.readTree(body);
    }

    /** The texts of an array in the answer. */
    List<String> texts(String pointer) {
        return Board.stream(json().at(pointer)).map(JsonNode::asString).toList();
    }

    /** As an outcome, where it cannot be data. */
    Outcome refused() {
        return new Outcome.Refused(status + " " + body.strip());
    }

    private static String encoded(Object value) {
        return URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
