package com.example.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.example.platform.observability.LogType;
import com.example.testing.EmbeddedPostgresConfiguration;
import com.example.testing.RecordedLog;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.micrometer.metrics.test.autoconfigure.AutoConfigureMetrics;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = SecurityTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "management.endpoints.web.exposure.include=*",
            "management.endpoints.access.default=read-only",
            "management.endpoint.health.probes.add-additional-paths=true",
            "spring.web.resources.add-mappings=false",
            "spring.flyway.locations=classpath:db/migration/audit,classpath:db/migration/security,classpath:db/migration/web",
            "platform.security.login.account-failures=3",
            "platform.security.login.address-failures=50"
        })
@ActiveProfiles("demo")
@AutoConfigureMetrics
@Import(EmbeddedPostgresConfiguration.class)
class SecurityIntegrationTests {

    private static final String EVENTS = SecurityEvents.class.getName();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    @Autowired
    private RSAKey key;

    @Autowired
    private MeterRegistry registry;

    @Autowired
    private SecurityTestApplication.ServerSpans spans;

    @Autowired
    private Pseudonyms pseudonyms;

    @Autowired
    private ActiveUsers activeUsers;

    @Autowired
    private JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    static Stream<Arguments> badTokens() {
        return Stream.of(
                bad("expired", Tokens::expired),
                bad("not_yet_valid", Tokens::notYetValid),
                bad("bad_signature", Tokens::forged),
                bad("bad_signature", Tokens::tampered),
                bad("wrong_algorithm", Tokens::unsigned),
                bad("wrong_algorithm", Tokens::hs256WithThePublicKey),
                bad("wrong_algorithm", Tokens::rs512),
                bad("wrong_issuer", tokens -> tokens.with(claims -> claims.issuer("urn:another"))),
                bad("wrong_issuer", tokens -> tokens.with(claims -> claims.issuer(null))),
                bad("wrong_audience", tokens -> tokens.with(claims -> claims.audience("another"))),
                bad("wrong_audience", tokens -> tokens.with(claims -> claims.audience((String) null))),
                bad("malformed", tokens -> tokens.with(claims -> claims.subject(null))),
                bad("malformed", tokens -> tokens.with(claims -> claims.expirationTime(null))),
                bad("malformed", tokens -> "4111111111111111"),
                bad("malformed", tokens -> "a.b.c"),
                bad("malformed", tokens -> "not a token at all"));
    }

    private static Arguments bad(String reason, Function<Tokens, String> token) {
        return Arguments.of(reason, token);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void aTokenThatIsNotInOrderIsRejectedCountedAndToldWithoutTheToken(String reason, Function<Tokens, String> made)
            throws Exception {
        String token = made.apply(new Tokens(key));
        int acceptedBefore = SecurityTestApplication.Calls.ACCEPTED.get();
        double countedBefore = counted("security.tokens.rejected", "reason", reason);
        try (RecordedLog log = new RecordedLog(EVENTS)) {
            HttpResponse<String> response = get("/api/me", token);

            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
            assertThat(problem(response).path("type").stringValue()).isEqualTo("urn:problem:unauthenticated");
            assertThat(SecurityTestApplication.Calls.ACCEPTED).hasValue(acceptedBefore);
            assertThat(counted("security.tokens.rejected", "reason", reason)).isEqualTo(countedBefore + 1);
            List<ILoggingEvent> lines = log.events(LogType.SECURITY, "security.token.rejected");
            assertThat(lines).hasSize(1);
            assertThat(RecordedLog.fields(lines.getFirst())).containsEntry("reason", reason);
            assertThat(lines.getFirst().getFormattedMessage()).doesNotContain(token);
        }
    }

    @Test
    void aCallWithoutATokenIsUnauthenticatedAndCounted() throws Exception {
        double before = registry.get("security.calls.unauthenticated").counter().count();

        HttpResponse<String> response = get("/api/me", null);

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(registry.get("security.calls.unauthenticated").counter().count())
                .isEqualTo(before + 1);
    }

    @Test
    void clocksMayDifferByHalfAMinute() throws Exception {
        String justExpired = new Tokens(key).with(claims -> claims.expirationTime(Tokens.at(Duration.ofSeconds(-20))));

        assertThat(get("/api/me", justExpired).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenWithoutTheRoleIsRefusedUnderThatPolicy() throws Exception {
        double before = counted("security.access.refused", "policy", "support");

        HttpResponse<String> response = get("/api/support", new Tokens(key).valid("someone", "customer"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(problem(response).path("type").stringValue()).isEqualTo("urn:problem:forbidden");
        assertThat(counted("security.access.refused", "policy", "support")).isEqualTo(before + 1);
        assertThat(get("/api/support", new Tokens(key).valid("someone", "support"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/open/1,200",
        "/livez,200",
        "/readyz,200",
        "/v3/api-docs,200",
        "/outside,404",
        "/unknown,404",
        "/actuator/health,404",
        "/error,404",
        "/api/unknown,401"
    })
    void withoutATokenOnlyWhatIsDeclaredOpenAnswers(String path, int status) throws Exception {
        assertThat(get(path, null).statusCode()).isEqualTo(status);
    }

    @Test
    void headAndOptionsOfAnOpenCallNeedNoTokenEither() throws Exception {
        assertThat(send(request("/api/open/1").method("HEAD", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(request("/api/open/1").method("OPTIONS", BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(request("/api/open/1").DELETE()).statusCode()).isEqualTo(401);
    }

    @Test
    void theSubjectAppearsAsItsPseudonymOnTheLinesOfItsRequest() throws Exception {
        JsonNode me = json.readTree(
                get("/api/me", new Tokens(key).valid("subject-1", "customer")).body());

        assertThat(me.path("user").stringValue()).isEqualTo(pseudonyms.of("subject-1"));
        assertThat(me.path("user").stringValue()).matches("u_[\\w-]{16}").doesNotContain("subject");
    }

    @Test
    void theServerSpanCarriesThePseudonymToo() throws Exception {
        String subject = UUID.randomUUID().toString();
        get("/api/me", new Tokens(key).valid(subject, "customer"));

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(spans.users).contains(pseudonyms.of(subject)));
        assertThat(spans.users).doesNotContain(subject);
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() throws Exception {
        for (String path : List.of("/api/me", "/api/open/1", "/api/open/broken", "/unknown", "/livez")) {
            Map<String, List<String>> headers = get(path, null).headers().map();

            assertThat(headers)
                    .containsEntry("content-security-policy", List.of("default-src 'none'; frame-ancestors 'none'"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("x-frame-options", List.of("DENY"))
                    .containsEntry("referrer-policy", List.of("no-referrer"))
                    .containsKey("strict-transport-security")
                    .doesNotContainKeys("set-cookie", "server");
            assertThat(headers.get("cache-control").getFirst()).contains("no-store");
        }
    }

    @ParameterizedTest
    @CsvSource({"/api//me", "/api/%2e%2e/x", "/api/me;x=1", "/api/%00"})
    void whatTheFirewallRejectsIsAProblemToo(String path) throws Exception {
        HttpResponse<String> response = get(path, null);

        assertThat(response.statusCode()).isBetween(400, 404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).doesNotContain("Exception", "Firewall", "<html");
    }

    @Test
    void aMethodNobodyKnowsIsNotAllowed() throws Exception {
        HttpResponse<String> response = send(request("/api/me").method("M4111", BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(problem(response).path("type").stringValue()).isEqualTo("urn:problem:method-not-allowed");
        assertThat(response.body()).doesNotContain("M4111");
    }

    @Test
    void aLoginGivesATokenThatTellsNothingPersonal() throws Exception {
        try (RecordedLog log = new RecordedLog(EVENTS)) {
            HttpResponse<String> response = login("customer@example.com", "right", 200);
            JsonNode issued = json.readTree(response.body());
            String token = issued.path("access_token").stringValue();

            assertThat(issued.path("token_type").stringValue()).isEqualTo("Bearer");
            assertThat(issued.path("expires_in").intValue()).isEqualTo(900);
            SignedJWT jwt = SignedJWT.parse(token);
            assertThat(jwt.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
            assertThat(jwt.getHeader().getKeyID()).isEqualTo(key.getKeyID());
            assertThat(jwt.getJWTClaimsSet().getClaims().keySet())
                    .containsExactlyInAnyOrder("iss", "aud", "sub", "iat", "exp", "jti", "roles");
            assertThat(jwt.getJWTClaimsSet().toString()).doesNotContain("example.com");
            assertThat(get("/api/me", token).statusCode()).isEqualTo(200);
            assertThat(log.events(LogType.SECURITY, "security.login.succeeded"))
                    .singleElement()
                    .satisfies(line -> assertThat(RecordedLog.fields(line))
                            .containsEntry("user", pseudonyms.of("subject-of-customer")));
        }
    }

    @Test
    void wrongLoginsOfAnAccountAreThrottledEvenWhenOneIsRight() throws Exception {
        String account = "customer-" + UUID.randomUUID() + "@example.com";
        double failures = counted("security.logins", "outcome", "failure");
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> wrong = login(account, "wrong", 401);
            assertThat(problem(wrong).path("type").stringValue()).isEqualTo("urn:problem:bad-credentials");
        }

        HttpResponse<String> throttled = login(account.toUpperCase(java.util.Locale.ROOT), "right", 429);

        assertThat(Integer.parseInt(
                        throttled.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(290, 300);
        assertThat(counted("security.logins", "outcome", "failure")).isEqualTo(failures + 3);
        assertThat(counted("security.logins", "outcome", "throttled")).isPositive();
        login("customer-another@example.com", "right", 200);
    }

    @Test
    void anUnknownAccountIsAnsweredLikeAWrongPassword() throws Exception {
        HttpResponse<String> unknown = login("nobody@example.com", "wrong", 401);
        HttpResponse<String> wrong = login("customer-x@example.com", "wrong", 401);

        assertThat(withoutTrace(unknown)).isEqualTo(withoutTrace(wrong));
    }

    @Test
    void anOperatorLearnsAPseudonymAndTheQuestionIsAudited() throws Exception {
        String subject = UUID.randomUUID().toString();

        HttpResponse<String> response =
                get("/api/pseudonyms/" + subject, new Tokens(key).valid("the-operator", "operator"));

        assertThat(json.readTree(response.body()).path("pseudonym").stringValue())
                .isEqualTo(pseudonyms.of(subject));
        assertThat(jdbc.sql("SELECT actor FROM audit_events WHERE action = 'pseudonym.lookup' AND target = ?")
                        .param("user/" + pseudonyms.of(subject))
                        .query(String.class)
                        .single())
                .isEqualTo(pseudonyms.of("the-operator"));
        assertThat(get("/api/pseudonyms/" + subject, new Tokens(key).valid("x", "support"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/api/pseudonyms/a%20b", new Tokens(key).valid("x", "operator"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void onlyHealthAndTheScrapeAreOpenOnTheManagementPort() throws Exception {
        assertThat(manage("/actuator/health", null).statusCode()).isEqualTo(200);
        assertThat(manage("/actuator/prometheus", null).statusCode()).isEqualTo(200);
        for (String endpoint : List.of("info", "metrics", "loggers", "env", "beans", "threaddump")) {
            assertThat(manage("/actuator/" + endpoint, null).statusCode()).isEqualTo(401);
            assertThat(manage("/actuator/" + endpoint, new Tokens(key).valid("x", "support"))
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(manage("/actuator/metrics", new Tokens(key).valid("x", "operator"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(manage("/unknown", null).statusCode()).isEqualTo(404);
    }

    @Test
    void anOperatorChangesALogLevelAndTheChangeIsAudited() throws Exception {
        String logger = "com.example.some.Logger" + System.nanoTime();

        HttpResponse<String> changed =
                level(logger, "{\"configuredLevel\":\"DEBUG\"}", new Tokens(key).valid("the-operator", "operator"));

        assertThat(changed.statusCode()).isEqualTo(204);
        assertThat(LoggerFactory.getLogger(logger).isDebugEnabled()).isTrue();
        Map<String, Object> row = jdbc.sql(
                        "SELECT actor, facts ->> 'level' AS level, facts ->> 'logger' AS logger FROM audit_events WHERE target = ?")
                .param("logger/" + logger)
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("actor", pseudonyms.of("the-operator"))
                .containsEntry("level", "debug")
                .containsEntry("logger", logger);
    }

    @Test
    void othersCannotChangeALogLevelAndOddNamesAreRefused() throws Exception {
        String debug = "{\"configuredLevel\":\"DEBUG\"}";

        assertThat(level("com.example.x", debug, null).statusCode()).isEqualTo(401);
        assertThat(level("com.example.x", debug, new Tokens(key).valid("x", "support"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(level("4111111111111111", debug, new Tokens(key).valid("x", "operator"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(LoggerFactory.getLogger("com.example.x").isDebugEnabled()).isFalse();
    }

    @Test
    void activeUsersAreCountedOverAllReplicas() throws Exception {
        jdbc.sql("DELETE FROM active_users").update();
        jdbc.sql("INSERT INTO active_users VALUES ('u_elsewhere', now()), ('u_gone', now() - interval '6 minutes')")
                .update();
        get("/api/me", new Tokens(key).valid("active-1", "customer"));
        get("/api/me", new Tokens(key).valid("active-1", "customer"));
        get("/api/me", new Tokens(key).valid("active-2", "customer"));

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            activeUsers.flush();
            assertThat(jdbc.sql("SELECT pseudonym FROM active_users WHERE last_seen > now() - interval '5 minutes'")
                            .query(String.class)
                            .list())
                    .contains("u_elsewhere", pseudonyms.of("active-1"), pseudonyms.of("active-2"))
                    .doesNotContain("u_gone");
            assertThat(registry.get("users.active").gauge().value())
                    .isEqualTo(
                            jdbc.sql("SELECT count(*) FROM active_users WHERE last_seen > now() - interval '5 minutes'")
                                    .query(Double.class)
                                    .single());
        });
    }

    private HttpResponse<String> login(String email, String password, int expected) throws Exception {
        String body = json.writeValueAsString(Map.of("email", email, "password", password));
        HttpResponse<String> response = send(request("/api/auth/token")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        assertThat(response.statusCode()).isEqualTo(expected);
        return response;
    }

    private HttpResponse<String> level(String logger, String body, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + managementPort + "/actuator/loggers/" + logger))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> manage(String path, String token) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path));
        return send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        HttpRequest.Builder request = request(path);
        return send(token == null ? request : request.header("Authorization", "Bearer " + token));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode problem(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return json.readTree(response.body());
    }

    private String withoutTrace(HttpResponse<String> response) {
        return response.body().replaceAll("\"trace_id\":\"\\w+\"", "");
    }

    private double counted(String meter, String key, String value) {
        Counter counter = registry.find(meter).tag(key, value).counter();
        return counter == null ? 0 : counter.count();
    }
}
