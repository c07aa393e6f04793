package com.example.ops.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import com.example.ops.slo.SloReports;
import com.example.ops.testing.Alerts;
import com.example.ops.testing.OpsCalls;
import com.example.ops.testing.OpsIntegrationTest;
import com.example.testing.Chromium;
import com.example.testing.Skip;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A person at work, in a real browser; pictures of what it showed are left in {@code target/pages}. */
@Tag("long")
@OpsIntegrationTest
@TestPropertySource(properties = "ops.runbooks.folder=src/test/resources/ops/runbooks")
@Import(FakeIssuer.class)
class BrowserIntegrationTests {

    private static final String HOSTILE = "<script>document.title='gone'</script><b>bold</b>";

    @LocalServerPort
    private int port;

    @Autowired
    private RSAKey key;

    @MockitoBean
    private SloReports objectives;

    @TempDir(cleanup = CleanupMode.NEVER)
    private Path profile;

    private Chromium browser;

    @BeforeEach
    void start() throws Exception {
        Optional<Path> program = Chromium.program();
        Skip.unless(program.isPresent(), "BrowserIntegrationTests, as there is no Chromium on the PATH");
        when(objectives.current()).thenReturn(Optional.of(PageFixtures.report()));
        OpsCalls calls = new OpsCalls(port, key);
        Instant now = Instant.now();
        calls.alerts(Alerts.of("svc").firing("HighErrorRate", 2, now).json());
        calls.alerts(Alerts.of("other").firing("HighLatency", 3, now).json());
        calls.alerts(Alerts.of(HOSTILE).firing(HOSTILE, 4, now).json());
        browser = Chromium.start(program.get(), profile);
        browser.look(1280, false);
    }

    @AfterEach
    void stop() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void anOperatorHandlesAnIncident() {
        browser.open(page("/"));
        assertThat(browser.location()).isEqualTo(page("/login"));
        logIn();
        assertThat(browser.location()).isEqualTo(page("/"));
        assertThat(browser.text()).contains("SEV-2", "HighErrorRate", "investigating", "requests-latency", "not met");

        browser.follow("th a[href^='/incidents/']");
        assertThat(browser.text()).contains("SEV-2 HighErrorRate", "Timeline and evidence", "It is broken");
        String incident = browser.location();

        browser.type("#assignee", "Ada");
        browser.follow("form[action$='/assignment'] button");
        browser.type("#text", "Restarted it,\n" + HOSTILE);
        browser.follow("form[action$='/notes'] button");
        browser.follow("button[value=identified]");
        browser.type("#root-cause", "A queue was full");
        browser.type("#resolution", "It was made longer");
        browser.follow("form[action$='/resolution'] button");

        assertThat(browser.location()).isEqualTo(incident);
        assertThat(browser.text()).contains("Ada", "Restarted it,", HOSTILE, "Moved to identified");
        assertThat(browser.evaluate("document.title")).isEqualTo("HighErrorRate · Ops");

        browser.follow("a[href$='/report']");
        assertThat(browser.text()).contains("A queue was full", "It was made longer", "Moved to identified");
        browser.open(incident);
        browser.follow("a[href='/runbooks/HighErrorRate']");
        assertThat(browser.text()).contains("Too many requests fail");
        browser.follow("header form button");
        assertThat(browser.text()).contains("You are logged out");
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, false, wide", "1280, true, dark", "360, false, narrow", "360, true, narrow-dark"})
    void everyPageFitsTheScreen(int width, boolean dark, String name) {
        browser.look(width, dark);
        show("login", "/login", name);
        logIn();
        show("now", "/", name);
        show("closed", "/incidents", name);
        show("runbooks", "/runbooks", name);
        show("runbook", "/runbooks/HighErrorRate", name);
        show("missing", "/runbooks/None", name);
        browser.open(page("/"));
        browser.follow("th a[href^='/incidents/']");
        String incident = browser.location();
        show("incident", incident.substring(page("").length()), name);
        show("report", incident.substring(page("").length()) + "/report", name);
        assertThat(browser.complaints()).allMatch(complaint -> complaint.contains("status of 404"));
    }

    private void show(String what, String path, String name) {
        browser.open(page(path));
        browser.picture(Path.of("target/pages", what + "-" + name + ".png"));
        assertThat(Integer.parseInt(browser.evaluate("document.documentElement.scrollWidth")))
                .as("width of %s", what)
                .isLessThanOrEqualTo(Integer.parseInt(browser.evaluate("window.innerWidth")));
        assertThat(Double.parseDouble(browser.evaluate(Contrast.LOWEST)))
                .as("lowest contrast of %s", what)
                .isGreaterThanOrEqualTo(4.5);
        assertThat(browser.evaluate(Contrast.UNNAMED))
                .as("fields without a label of %s", what)
                .isEmpty();
    }

    private void logIn() {
        browser.type("#username", FakeIssuer.OPERATOR);
        browser.type("#password", FakeIssuer.PASSWORD);
        browser.follow("main form button");
    }

    private String page(String path) {
        return "http://localhost:" + port + path;
    }
}
