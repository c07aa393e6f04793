package com.example.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.testing.ApplicationProcess;
import com.example.testing.OtlpSink;
import com.example.testing.ProfileSink;
import com.example.testing.ProfileSink.Profile;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A process that is profiled, with a place that takes profiles and one that takes spans. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the native libraries at hand are those of the image: Linux")
class ProfilingIntegrationTests {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final ProfileSink profiles = ProfileSink.start();

    private static final OtlpSink spans = OtlpSink.start();

    private static ApplicationProcess application;

    @BeforeAll
    static void start() {
        application = ApplicationProcess.start(
                ObservedApplication.class.getName(),
                Map.of("PYROSCOPE_UPLOAD_INTERVAL", "2s"),
                "--spring.application.name=observed",
                "--platform.instance=one",
                "--platform.profiling.enabled=true",
                "--platform.profiling.directory=target/profiler",
                "--platform.profiling.server=" + profiles.url(),
                "--spring.autoconfigure.exclude=org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "--spring.datasource.url=jdbc:postgresql://localhost:1/none",
                "--management.endpoint.health.group.readiness.include=readinessState",
                "--management.tracing.sampling.probability=1.0",
                "--management.opentelemetry.tracing.export.otlp.endpoint=" + spans.endpoint());
    }

    @AfterAll
    static void stop() {
        application.stop();
        profiles.close();
        spans.close();
    }

    @Test
    void profilesComeUnderTheNameAndLabelsOfTheOtherSignals() {
        await().atMost(Duration.ofSeconds(20)).until(() -> !profiles.received().isEmpty());

        assertThat(profiles.received().getFirst().query())
                .contains("name=observed{")
                .contains("environment=local", "version=", "instance=one")
                .contains("format=jfr");
    }

    @Test
    void allocationsAreSampledToo() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> events("jdk.ObjectAllocation").findAny().isPresent());
    }

    @Test
    void samplesAreMarkedWithTheSpanThatTellsOfItsProfile() {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            work();
            return toldOf().stream().anyMatch(marked()::contains);
        });
    }

    @Test
    void threadsArePlatformThreadsToWhichMarksStick() throws IOException {
        work();

        await().until(() -> lines().anyMatch(line -> line.contains("Request finished")));
        assertThat(lines().filter(line -> line.contains("Request finished")))
                .noneMatch(line -> line.contains("\"thread\":\"tomcat-handler"));
    }

    private static Stream<String> lines() throws IOException {
        return Files.readAllLines(application.output()).stream();
    }

    private static void work() {
        try {
            HttpRequest request = HttpRequest.newBuilder(application.url().resolve("/api/call/1"))
                    .build();
            for (int i = 0; i < 100; i++) {
                assertThat(HTTP.send(request, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(200);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ids of the spans that samples are marked with. */
    private static Set<String> marked() {
        return events("jdk.ExecutionSample")
                .map(event -> event.<Number>getValue("spanId").longValue())
                .filter(id -> id != 0)
                .map(HexFormat.of()::toHexDigits)
                .collect(Collectors.toSet());
    }

    /** Ids of profiles that spans tell of. */
    private static List<String> toldOf() {
        return spans.spans().stream()
                .map(OtlpSink::attributes)
                .map(attributes -> attributes.get("pyroscope.profile.id"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private static Stream<RecordedEvent> events(String type) {
        return profiles.received().stream()
                .map(Profile::events)
                .flatMap(List::stream)
                .filter(event -> event.getEventType().getName().startsWith(type));
    }
}
