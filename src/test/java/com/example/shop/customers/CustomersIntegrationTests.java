package com.example.shop.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.platform.observability.LogType;
import com.example.platform.security.Pseudonyms;
import com.example.testing.EmbeddedPostgresConfiguration;
import com.example.testing.RecordedLog;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.micrometer.metrics.test.autoconfigure.AutoConfigureMetrics;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = {
            CustomersIntegrationTests.Platform.class,
            CustomerConfiguration.class,
            CustomerAccounts.class,
            Customers.class,
            RegistrationController.class,
            DemoUsers.class
        },
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "shop.demo.password=${random.uuid}",
            "spring.flyway.locations=classpath:db/migration/audit,classpath:db/migration/security,"
                    + "classpath:db/migration/web,classpath:db/migration/customers"
        })
@ActiveProfiles("demo")
@AutoConfigureMetrics
@Import(EmbeddedPostgresConfiguration.class)
class CustomersIntegrationTests {

    private static final String PASSWORD = "correct horse battery";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();
    private final String email = "Someone-" + UUID.randomUUID() + "@Example.com";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry registry;

    @Autowired
    private CustomerAccounts accounts;

    @Autowired
    private Pseudonyms pseudonyms;

    @Autowired
    private DemoSettings demo;

    @Autowired
    private DemoUsers demoUsers;

    @LocalServerPort
    private int port;

    @Test
    void aNewCustomerIsRegisteredAuditedCountedAndMayLogIn() throws Exception {
        double before = counted("registered", "none");

        HttpResponse<String> response = register("Jane", email, PASSWORD);

        assertThat(response.statusCode()).isEqualTo(201);
        String id = json.readTree(response.body()).path("id").stringValue();
        assertThat(login(email.toLowerCase(Locale.ROOT), PASSWORD)).isEqualTo(200);
        assertThat(login(email, "another password")).isEqualTo(401);
        assertThat(counted("registered", "none")).isEqualTo(before + 1);
        assertThat(jdbc.sql("SELECT actor, target FROM audit_events WHERE action = 'customer.register' AND actor = ?")
                        .param(pseudonyms.of(id))
                        .query()
                        .singleRow())
                .containsEntry("target", "customer/" + pseudonyms.of(id));
        assertThat(jdbc.sql("SELECT password_hash FROM customers WHERE id = CAST(? AS uuid)")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("$2a$10$");
    }

    @Test
    void anAddressIsTakenWhateverItsCaseAndOnlyOneOfManyGetsIt() throws Exception {
        double before = counted("failed", "duplicate");
        long registered = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> register("Jane", i % 2 == 0 ? email : email.toUpperCase(Locale.ROOT), PASSWORD))
                .filter(response -> response.statusCode() == 201)
                .count();

        HttpResponse<String> taken = register("Jane", email, PASSWORD);

        assertThat(registered).isEqualTo(1);
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(json.readTree(taken.body()).path("type").stringValue()).isEqualTo("urn:problem:email-taken");
        assertThat(taken.body()).doesNotContainIgnoringCase(email);
        assertThat(counted("failed", "duplicate")).isEqualTo(before + 8);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'{\"name\":\"\",\"email\":\"a@example.com\",\"password\":\"0123456789\"}',name",
                "'{\"name\":\"a\\u0000b\",\"email\":\"a@example.com\",\"password\":\"0123456789\"}',name",
                "'{\"name\":\"a\\ud800b\",\"email\":\"a@example.com\",\"password\":\"0123456789\"}',name",
                "'{\"name\":\"Jane\",\"email\":\"no address\",\"password\":\"0123456789\"}',email",
                "'{\"name\":\"Jane\",\"email\":\"a@example.com\",\"password\":\"012345678\"}',password",
                "'{\"name\":\"Jane\",\"email\":\"a@example.com\"}',password",
                "'{\"name\":\"Jane\",\"email\":\"a@example.com\",\"password\":\"äääääääääääääääääääääääääääääääääääää\"}',password",
                "'{\"name\":\"Jane\",\"email\":\"a@example.com\",\"password\":\"0123456789\",\"role\":\"operator\"}',",
                "'{',"
            })
    void aRegistrationThatIsNotInOrderIsRefusedAndCounted(String body, String field) throws Exception {
        double before = counted("failed", "invalid");

        HttpResponse<String> response = post("/api/customers", body);

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode problem = json.readTree(response.body());
        assertThat(problem.path("errors").path(0).path("field").stringValue("")).isEqualTo(field == null ? "" : field);
        assertThat(response.body()).doesNotContain("Jane", "example.com", "0123456789");
        assertThat(counted("failed", "invalid")).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"alice@example.com,customer", "support@example.com,support", "operator@example.com,operator"})
    void theDemoHasItsUsersHoweverOftenItStarts(String user, String role) throws Exception {
        demoUsers.run(null);

        assertThat(accounts.find(Login.of(user)).orElseThrow().account().roles())
                .containsExactly(role);
        assertThat(login(user, demo.effectivePassword())).isEqualTo(200);
    }

    @Test
    void oddPasswordsAndAddressesAreWrongLoginsNotErrors() throws Exception {
        assertThat(login("alice@example.com", "x".repeat(200))).isEqualTo(401);
        assertThat(login("nobody@example.com", "x".repeat(200))).isEqualTo(401);
        assertThat(login("alice@example.com\u0000", "x")).isEqualTo(400);
    }

    @Test
    void readingACustomerIsObservedAndTellsNoName() throws Exception {
        String id = json.readTree(register("Very Personal", email, PASSWORD).body())
                .path("id")
                .stringValue();
        TestObservationRegistry observations = TestObservationRegistry.create();
        Customers customers = new Customers(accounts, observations);

        Customer customer =
                customers.find(CustomerId.ofSubject(id).orElseThrow()).orElseThrow();

        assertThat(customer.displayName()).isEqualTo("Very Personal");
        assertThat(customer.toString()).doesNotContain("Personal", id);
        TestObservationRegistryAssert.assertThat(observations)
                .hasSingleObservationThat()
                .hasNameEqualTo("customer.fetch")
                .hasLowCardinalityKeyValue("customer.found", "true");
    }

    @Test
    void anUnknownCustomerIsNotFound() {
        TestObservationRegistry observations = TestObservationRegistry.create();

        assertThat(new Customers(accounts, observations).find(new CustomerId(UUID.randomUUID())))
                .isEmpty();
        TestObservationRegistryAssert.assertThat(observations)
                .hasSingleObservationThat()
                .hasLowCardinalityKeyValue("customer.found", "false");
    }

    @Test
    void noLineOfARegistrationOrALoginTellsWhoItWas() throws Exception {
        try (RecordedLog log = new RecordedLog("ROOT")) {
            register("Very Personal", email, PASSWORD);
            register("Very Personal", email, PASSWORD);
            login(email, PASSWORD);
            login(email, "wrong password");

            assertThat(log.events(LogType.AUDIT, "customer.register")).hasSize(1);
            assertThat(log.events(LogType.SECURITY, "security.login.failed")).hasSize(1);
            assertThat(log.lines())
                    .allSatisfy(line -> assertThat(line.getFormattedMessage() + RecordedLog.fields(line))
                            .doesNotContainIgnoringCase(email)
                            .doesNotContain("Personal", PASSWORD));
        }
    }

    private HttpResponse<String> register(String name, String email, String password) {
        return post(
                "/api/customers", json.writeValueAsString(Map.of("name", name, "email", email, "password", password)));
    }

    private int login(String email, String password) {
        return post("/api/auth/token", json.writeValueAsString(Map.of("email", email, "password", password)))
                .statusCode();
    }

    private HttpResponse<String> post(String path, String body) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private double counted(String outcome, String reason) {
        var counter = registry.find("customers.registrations")
                .tags("outcome", outcome, "reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    /** Not a configuration by annotation, so that the shop's own component scan passes it by. */
    @EnableAutoConfiguration
    static class Platform {}
}
