package com.example.platform.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class DecisionsTests {

    private static final Set<String> ASKED = Set.of(
            "feature.enabled", "feature.kind", "feature.text", "spring.datasource.url", "management.server.port");

    private final Map<String, Object> settings = new HashMap<>(Map.of(
            "feature.kind", "quick",
            "feature.text", "= a\\b:\n#c ",
            "spring.datasource.url", "jdbc:of:the:build",
            "management.server.port", "8081"));

    private final StandardEnvironment environment = environment(settings);

    private final Decisions decisions = Decisions.from(environment, ASKED);

    @Test
    void holdWhereNothingIsAnother() {
        assertThat(decisions.notHoldingIn(environment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"feature.enabled,true", "feature.enabled,''", "feature.kind,slow", "feature.kind,QUICK"})
    void doNotHoldWhereASettingIsAnother(String name, String value) {
        settings.put(name, value);
        assertThat(decisions.notHoldingIn(environment)).containsExactly(name);
    }

    @Test
    void doNotHoldWhereASettingIsGone() {
        settings.remove("feature.kind");
        assertThat(decisions.notHoldingIn(environment)).containsExactly("feature.kind");
    }

    @Test
    void seeASettingHoweverItIsSpelled() {
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", Map.of("FEATURE_ENABLED", "no")));
        assertThat(decisions.notHoldingIn(environment)).containsExactly("feature.enabled");
    }

    @Test
    void doNotHoldUnderOtherProfiles() {
        environment.setActiveProfiles("demo");
        assertThat(decisions.notHoldingIn(environment)).containsExactly("active profiles");
    }

    @Test
    void holdUnderTheProfileForNone() {
        environment.setActiveProfiles("default");
        assertThat(decisions.notHoldingIn(environment)).isEmpty();
    }

    @Test
    void doNotHoldOnAnotherPlatform() {
        settings.put("spring.main.cloud-platform", "kubernetes");
        assertThat(decisions.notHoldingIn(environment)).containsExactly("cloud platform");
    }

    @ParameterizedTest
    @CsvSource({"9090,''", "-1,kind of management port", "8080,kind of management port"})
    void lookAtTheKindOfThePortAlone(String port, String other) {
        settings.put("management.server.port", port);
        assertThat(String.join(",", decisions.notHoldingIn(environment))).isEqualTo(other);
    }

    @Test
    void lookAtTheAddressOfTheDatabaseForItsPresenceAlone() {
        settings.put("spring.datasource.url", "jdbc:of:the:run");
        assertThat(decisions.notHoldingIn(environment)).isEmpty();
        settings.remove("spring.datasource.url");
        assertThat(decisions.notHoldingIn(environment)).containsExactly("spring.datasource.url");
    }

    @Test
    void areReadAsTheyWereWrittenAndWrittenAlikeEachTime() throws IOException {
        String text = decisions.text();
        Decisions read = Decisions.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(read).isEqualTo(decisions);
        assertThat(read.text()).isEqualTo(text);
        assertThat(text).doesNotContain("jdbc:of:the:build");
    }

    @Test
    void areTakenFromWhatIsAskedForInEachWay() {
        AskedSettings.noteIn(environment.getPropertySources());
        environment.getProperty("asked.directly");
        environment.getProperty("feature.kind");
        environment.resolvePlaceholders("${ASKED_WITHIN:other}");
        Binder.get(environment).bind("asked.bound", Bindable.listOf(String.class));
        assertThat(AskedSettings.of(environment.getPropertySources()))
                .containsAll(List.of("asked.directly", "feature.kind", "asked.bound"))
                .noneMatch(name -> name.contains("ASKED_WITHIN"));
    }

    private static StandardEnvironment environment(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        // nothing of the machine
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        return environment;
    }
}
