package com.example.platform.observability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Plain requests with any header and any method. */
final class Http {

    static final String NO_DATABASE = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";

    private static final HttpClient client = HttpClient.newHttpClient();

    private final int port;
    private final List<String> headers = new ArrayList<>();

    private Http(int port) {
        this.port = port;
    }

    static Http on(int port) {
        return new Http(port);
    }

    Http header(String name, String value) {
        headers.add(name);
        headers.add(value);
        return this;
    }

    Answer get(String path) {
        return send("GET", path);
    }

    Answer send(String method, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        String traceId() {
            return header("traceresponse").split("-")[1];
        }
    }
}
