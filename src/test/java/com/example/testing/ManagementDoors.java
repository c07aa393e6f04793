package com.example.testing;

import com.example.platform.security.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoint;
import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.context.ApplicationContext;

/** Tries every endpoint of an actuator, by its own list, with every kind of caller. */
public final class ManagementDoors {

    private static final Set<String> OPEN = Set.of("health", "prometheus");

    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "DELETE", "PATCH");

    /** What Boot has, of which only what is listed one by one may be there. */
    private static final List<String> ALL = List.of(
            "auditevents",
            "beans",
            "caches",
            "conditions",
            "configprops",
            "env",
            "flyway",
            "heapdump",
            "health",
            "httpexchanges",
            "info",
            "integrationgraph",
            "jolokia",
            "logfile",
            "loggers",
            "mappings",
            "metrics",
            "modulith",
            "prometheus",
            "quartz",
            "sbom",
            "scheduledtasks",
            "sessions",
            "shutdown",
            "startup",
            "threaddump");

    private final HttpClient http = HttpClient.newHttpClient();

    private final List<String> complaints = new ArrayList<>();

    private final ApplicationContext context;

    private final int port;

    private final Tokens tokens;

    private final Map<String, String> bad;

    public ManagementDoors(ApplicationContext context, int port, Tokens tokens) {
        this.context = context;
        this.port = port;
        this.tokens = tokens;
        this.bad = tokens.bad();
    }

    /** Every answer that is not what the caller deserves. */
    public List<String> complaints() {
        List<String> listed = listed();
        if (!listed.containsAll(OPEN)) {
            complaints.add("not even the open endpoints are listed: " + listed);
        }
        listed.forEach(this::tryAll);
        ALL.stream().filter(id -> !listed.contains(id)).forEach(this::expectNothing);
        return complaints;
    }

    public List<String> listed() {
        return context.getBean(PathMappedEndpoints.class).stream()
                .map(PathMappedEndpoint::getRootPath)
                .toList();
    }

    private void tryAll(String endpoint) {
        boolean open = OPEN.contains(endpoint);
        for (String method : METHODS) {
            if (!open) {
                expect(method, endpoint, null, 401);
                expect(method, endpoint, tokens.valid("somebody", "visitor"), 403);
                expect(method, endpoint, tokens.valid("somebody", "support"), 403);
            }
        }
        if (open) {
            expect("GET", endpoint, null, 200);
        }
        bad.forEach((what, token) -> {
            if (token.chars().allMatch(c -> c > 0x20 && c < 0x7f) && token.length() < 8_000) {
                expect("GET", endpoint, token, 401);
            }
        });
        int served =
                send("GET", endpoint, tokens.valid("an-operator", "operator")).statusCode();
        if (served != 200) {
            complaints.add("GET " + endpoint + " by an operator: " + served);
        }
    }

    private void expectNothing(String endpoint) {
        expect("GET", endpoint, tokens.valid("an-operator", "operator"), 404);
        expect("POST", endpoint, tokens.valid("an-operator", "operator"), 404);
    }

    private void expect(String method, String endpoint, @Nullable String token, int status) {
        HttpResponse<String> answer = send(method, endpoint, token);
        if (answer.statusCode() != status) {
            complaints.add(method + " " + endpoint + ": " + answer.statusCode() + " instead of " + status);
        }
        if (status >= 400
                && answer.headers().firstValue("Content-Security-Policy").isEmpty()) {
            complaints.add(method + " " + endpoint + ": no security headers with " + status);
        }
    }

    private HttpResponse<String> send(String method, String endpoint, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/actuator/" + endpoint))
                .method(method, BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
