package com.example.ops.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.ops.OpsSettings;
import com.example.ops.incidents.IncidentHandling;
import com.example.ops.incidents.Incidents;
import com.example.ops.slo.SloReports;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The login outside the demo, on a port, as a browser goes through it. */
@SpringBootTest(
        classes = PageTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=application,ops",
            "management.server.port=0",
            "ops.page.url=https://ops.example.com",
            "spring.security.oauth2.resourceserver.jwt.audiences=" + FakeProvider.AUDIENCE,
            "spring.security.oauth2.client.registration.people.client-id=" + FakeProvider.CLIENT,
            "spring.security.oauth2.client.registration.people.client-secret=not-a-secret",
            "spring.security.oauth2.client.registration.people.client-name=Example",
            "spring.security.oauth2.client.registration.people.scope=openid"
        })
@MockitoBean(types = {Incidents.class, IncidentHandling.class, SloReports.class})
class ProviderLoginTests {

    private static final FakeProvider PROVIDER = new FakeProvider();

    private final HttpClient http = HttpClient.newHttpClient();

    /** Secure ones as well, for TLS is taken to end in front of the application. */
    private final Map<String, String> cookies = new TreeMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private OpsSettings ops;

    @Autowired
    private MeterRegistry registry;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry settings) {
        settings.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", PROVIDER::issuer);
        settings.add("spring.security.oauth2.client.provider.people.issuer-uri", PROVIDER::issuer);
    }

    @BeforeEach
    void heal() {
        PROVIDER.role = "operator";
        PROVIDER.subject = "ada";
        PROVIDER.absent = false;
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    @DirtiesContext(methodMode = DirtiesContext.MethodMode.BEFORE_METHOD)
    void aProviderThatIsAwayIsToldKindlyUntilItIsThere() throws Exception {
        PROVIDER.absent = true;
        HttpResponse<String> start = get("/oauth2/authorization/people");
        assertThat(start.statusCode()).isEqualTo(302);
        assertThat(location(start)).isEqualTo("/login?trouble=absent");

        PROVIDER.absent = false;
        assertThat(location(get("/oauth2/authorization/people"))).startsWith(PROVIDER.issuer() + "/authorize?");
    }

    @Test
    void anOperatorComesInThroughTheProvider() throws Exception {
        assertThat(location(get("/incidents"))).isEqualTo("/login");
        assertThat(get("/login").body())
                .contains("href=\"/oauth2/authorization/people\"", "Log in with Example")
                .doesNotContain("Password");

        double before = logins("success");
        HttpResponse<String> inside = logIn();

        assertThat(location(inside)).isEqualTo("/incidents");
        assertThat(logins("success")).isEqualTo(before + 1);
        assertThat(get("/incidents").body()).contains("<h1>Closed incidents</h1>");
        assertThat(PROVIDER.asked())
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", "https://ops.example.com/login/oauth2/code/people")
                .containsKeys("state", "nonce", "code_challenge");
    }

    @Test
    void theCookiesStayWithThisHostAndTls() throws Exception {
        HttpResponse<String> inside = logIn();

        assertThat(inside.headers().allValues("Set-Cookie").stream()
                        .filter(cookie -> cookie.startsWith("__Host-ops-session=")))
                .hasSize(1)
                .allMatch(cookie -> cookie.contains("; Secure")
                        && cookie.contains("; HttpOnly")
                        && cookie.contains("; SameSite=Lax")
                        && cookie.contains("; Path=/"));
        assertThat(get("/runbooks").headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("__Host-ops-form=") && cookie.contains("; SameSite=Lax"))
                .allMatch(cookie -> cookie.contains("; Secure") && cookie.contains("; HttpOnly"));
    }

    @Test
    void whoHasAnotherRoleIsRefused() throws Exception {
        PROVIDER.role = "visitor";

        logIn();

        assertThat(get("/").statusCode()).isEqualTo(403);
        assertThat(get("/").body()).contains("are for operators");
    }

    @Test
    void aTokenAboutSomebodyElseIsRefused() throws Exception {
        PROVIDER.subject = "eve";
        double before = logins("failure");

        assertThat(location(logIn())).isEqualTo("/login?trouble=refused");
        assertThat(logins("failure")).isEqualTo(before + 1);
        assertThat(location(get("/"))).isEqualTo("/login");
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() throws Exception {
        assertThat(location(get("/login/oauth2/code/people?code=the-code&state=made-up")))
                .isEqualTo("/login?trouble=refused");
    }

    @Test
    void aClientWithoutOpenIdDoesNotStart() {
        OAuth2ClientProperties settings = new OAuth2ClientProperties();
        settings.getRegistration().put("people", new OAuth2ClientProperties.Registration());

        assertThatThrownBy(() -> new ProviderLoginConfiguration().loginProviders(settings, ops))
                .hasMessageContaining("registration.people.scope must contain openid");
    }

    /** Where the provider sends the person after the login, with the host as this test reaches it. */
    private HttpResponse<String> logIn() throws Exception {
        URI provider = URI.create(location(get("/oauth2/authorization/people")));
        HttpResponse<String> sentBack =
                http.send(HttpRequest.newBuilder(provider).build(), BodyHandlers.ofString());
        return get(location(sentBack).replace("https://ops.example.com", ""));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method("GET", BodyPublishers.noBody())
                .header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        response.headers().allValues("Set-Cookie").forEach(cookie -> {
            String[] parts = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(parts[0], parts[1]);
        });
        return response;
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    private double logins(String outcome) {
        return registry.get("security.logins").tag("outcome", outcome).counter().count();
    }
}
