package com.example.platform.aot;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.RecordedLog;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.DefaultResourceLoader;

class AotEnvironmentPostProcessorTests {

    @TempDir
    private Path jar;

    private final StandardEnvironment environment = new StandardEnvironment();

    @AfterEach
    void reset() {
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, null);
    }

    @Test
    void whatWasChosenIsUsedWhereItHolds() throws IOException {
        keepDecisions();
        postProcess();
        assertThat(AotDetector.useGeneratedArtifacts()).isTrue();
    }

    @Test
    void whatWasChosenIsLeftWhereItDoesNotHoldAndALineSaysWhyWithoutAValue() throws IOException {
        keepDecisions();
        set("feature.password", "a secret");
        try (RecordedLog log = new RecordedLog(AotEnvironmentPostProcessor.class.getName())) {
            prepared(postProcess());
            assertThat(AotDetector.useGeneratedArtifacts()).isFalse();
            assertThat(log.lines())
                    .singleElement()
                    .satisfies(line -> assertThat(RecordedLog.fields(line))
                            .containsEntry("event", "start.beans.chosen")
                            .containsEntry("settings", List.of("feature.password"))
                            .hasSize(2));
        }
    }

    @Test
    void whoSwitchesItOffIsNotOverruled() throws IOException {
        keepDecisions();
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        postProcess();
        assertThat(AotDetector.useGeneratedArtifacts()).isFalse();
    }

    @Test
    void withoutAnImageNothingWasChosen() throws IOException {
        postProcess();
        assertThat(AotDetector.useGeneratedArtifacts()).isFalse();
    }

    private void keepDecisions() throws IOException {
        Path file = jar.resolve(Decisions.PLACE);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, Decisions.from(environment, Set.of("feature.password")).text());
    }

    private void set(String name, String value) {
        environment.getPropertySources().addFirst(new MapPropertySource("set", Map.of(name, value)));
    }

    private SpringApplication postProcess() throws IOException {
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            SpringApplication application = new SpringApplication(new DefaultResourceLoader(loader), List.class);
            new AotEnvironmentPostProcessor().postProcessEnvironment(environment, application);
            return application;
        }
    }

    /** As an application does when its context is about to be refreshed. */
    private static void prepared(SpringApplication application) {
        SimpleApplicationEventMulticaster listeners = new SimpleApplicationEventMulticaster();
        application.getListeners().stream()
                .filter(listener -> listener.getClass().getName().startsWith("com.example."))
                .forEach(listeners::addApplicationListener);
        listeners.multicastEvent(
                new ApplicationPreparedEvent(application, new String[0], new GenericApplicationContext()));
    }
}
