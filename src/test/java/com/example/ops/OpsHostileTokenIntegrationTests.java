package com.example.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.ops.testing.OpsCalls;
import com.example.ops.testing.OpsIntegrationTest;
import com.example.platform.security.Tokens;
import com.example.testing.ManagementDoors;
import com.example.testing.Routes;
import com.example.testing.Routes.Route;
import com.nimbusds.jose.jwk.RSAKey;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Tries every route that ops has, by its own list, with everything but what the route needs. */
@OpsIntegrationTest
class OpsHostileTokenIntegrationTests {

    /** For anyone, by design: the login, and what people read before they know whether they are meant. */
    private static final Set<String> OPEN = Set.of(
            "GET /login",
            "GET /runbooks",
            "GET /runbooks/{name}",
            "GET /style.css",
            "GET /icon.svg",
            "POST /api/auth/token",
            "GET /v3/api-docs",
            "GET /v3/api-docs.yaml");

    private final HttpClient http = HttpClient.newHttpClient();

    private final List<String> complaints = new ArrayList<>();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private RSAKey key;

    @Autowired
    private ApplicationContext context;

    private Tokens tokens;

    private List<Route> api;

    private List<Route> pages;

    private String incident;

    @BeforeEach
    void lookAtTheRoutes() {
        tokens = new Tokens(key);
        List<Route> closed = Routes.of(context).stream()
                .filter(route -> !OPEN.contains(route.name()))
                .toList();
        api = closed.stream()
                .filter(route -> route.template().startsWith("/api/"))
                .toList();
        pages = closed.stream().filter(route -> !api.contains(route)).toList();
        assertThat(api).hasSizeGreaterThan(8);
        assertThat(pages).hasSizeGreaterThan(5);
        OpsCalls calls = new OpsCalls(port, key);
        incident = calls.json(calls.post("/api/incidents", """
                                {"environment": "test", "service": "battery-%s", "title": "Something", "sev": 3}""".formatted(UUID.randomUUID())))
                .path("id")
                .asString();
    }

    @AfterEach
    void nothingWasAccepted() {
        assertThat(complaints).isEmpty();
        assertThat(new OpsCalls(port, key).get("/api/incidents/" + incident).body())
                .contains("investigating")
                .doesNotContain("zz");
    }

    @Test
    void noTokenThatIsNotInOrderOpensACall() {
        Map<String, String> bad = tokens.bad();
        for (Route route : api) {
            expect(route, null, 401);
            bad.forEach((what, token) -> {
                if (token.chars().allMatch(c -> c > 0x20 && c < 0x7f) && token.length() < 8_000) {
                    expect(route, token, 401);
                }
            });
        }
    }

    @Test
    void noOtherRoleOpensACallWhetherOrNotWhatItNamesIsThere() {
        for (Route route : api) {
            boolean webhook = route.template().equals("/api/alerts");
            for (String role : List.of("none", "support", "alertmanager", "ROLE_OPERATOR", "operators")) {
                expect(route, tokens.valid("somebody", role), webhook ? 401 : 403);
            }
            expect(route, "not-a-secret", webhook ? 400 : 401);
        }
    }

    @Test
    void noTokenAtAllOpensAPage() {
        String operator = tokens.valid("an-operator", "operator");
        for (Route route : pages) {
            boolean writes = route.method().equals("POST");
            // a form without its own token is refused before anybody asks who sent it
            expect(route, null, writes ? 403 : 302);
            expect(route, operator, writes ? 403 : 302);
            expect(route, tokens.forged(), writes ? 403 : 302);
        }
    }

    @Test
    void theManagementPortIsClosedButForHealthAndTheScrape() {
        ManagementDoors doors = new ManagementDoors(context, managementPort, tokens);
        assertThat(doors.complaints()).isEmpty();
        assertThat(doors.listed()).contains("loggers", "metrics", "info");
    }

    private void expect(Route route, @Nullable String token, int status) {
        for (String id : List.of(incident, UUID.randomUUID().toString())) {
            HttpResponse<String> answer = send(route, id, token);
            if (answer.statusCode() != status) {
                complaints.add(
                        route.name() + " with " + shown(token) + ": " + answer.statusCode() + " instead of " + status);
            }
            if (!answer.headers()
                    .map()
                    .keySet()
                    .containsAll(Set.of("content-security-policy", "x-content-type-options", "x-frame-options"))) {
                complaints.add(route.name() + " with " + token + ": no security headers");
            }
        }
    }

    private static String shown(@Nullable String token) {
        return token == null ? "nothing" : token.substring(0, Math.min(12, token.length())) + "...";
    }

    private HttpResponse<String> send(Route route, String id, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + route.with(id)))
                .method(
                        route.method(),
                        route.method().equals("POST")
                                ? BodyPublishers.ofString("{\"zz\": 1}")
                                : BodyPublishers.noBody())
                .header("Content-Type", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (Exception failure) {
            throw new IllegalStateException(route.name(), failure);
        }
    }
}
