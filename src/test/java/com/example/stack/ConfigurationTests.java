package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What several programs' configurations must agree upon, and none of them can check alone. */
class ConfigurationTests {

    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void everyTargetCarriesTheServiceOfItsJobAndTheEnvironment() throws IOException {
        List<Map<String, ?>> jobs = at(yaml("prometheus/prometheus.yml"), "scrape_configs");

        assertThat(jobs).hasSizeGreaterThan(10).allSatisfy(job -> {
            String service = Objects.toString(job.get("job_name")).replaceFirst("^probe-", "");
            assertThat(labels(job, "service")).as("service of %s", job).containsOnly(service);
            assertThat(labels(job, "environment")).as("environment of %s", job).containsOnly("demo");
        });
    }

    @Test
    void logsAndTracesAreKeptForAWeekWhereverItIsSaid() throws IOException {
        Map<String, ?> tempo = yaml("tempo/tempo.yaml");

        assertThat(Stream.of(
                        at(yaml("loki/loki.yaml"), "limits_config", "retention_period"),
                        at(yaml("loki/loki.yaml"), "limits_config", "reject_old_samples_max_age"),
                        at(tempo, "backend_scheduler", "provider", "compaction", "compaction", "block_retention"),
                        at(tempo, "backend_worker", "compaction", "block_retention")))
                .extracting(ConfigurationTests::duration)
                .containsOnly(WEEK);
    }

    @Test
    void tailSamplingDecidesWhileTempoStillCountsTheSpans() throws IOException {
        Matcher wait = Pattern.compile("decision_wait\\s*= \"(\\w+)\"")
                .matcher(Files.readString(Path.of("alloy/tail-sampling.alloy")));
        assertThat(wait.find()).isTrue();

        Duration counted =
                duration(at(yaml("tempo/tempo.yaml"), "metrics_generator", "metrics_ingestion_time_range_slack"));
        // what waits longest was sent by its application late and is retried for a while
        assertThat(duration(wait.group(1)).multipliedBy(3)).isLessThan(counted);
    }

    @Test
    void theTestsRunTheImagesOfTheStack() throws IOException {
        assertThat(Files.readAllLines(Path.of(".env")))
                .contains(
                        "ALERTMANAGER_IMAGE=" + AlertmanagerContainer.IMAGE,
                        "ALLOY_IMAGE=" + CollectorContainer.IMAGE,
                        "LOKI_IMAGE=" + StoredLines.IMAGE,
                        "ALPINE_IMAGE=" + CollectedLinesIntegrationTests.TALKER);
    }

    private static Stream<String> labels(Map<String, ?> job, String label) {
        Stream<Object> fixed =
                maps(job.get("static_configs")).map(targets -> Objects.requireNonNull(at(targets, "labels", label)));
        Stream<Object> relabelled = maps(job.get("relabel_configs"))
                .filter(rule -> label.equals(rule.get("target_label")))
                .map(rule -> Objects.requireNonNull(rule.get("replacement")));
        return Stream.concat(fixed, relabelled).map(Object::toString);
    }

    @SuppressWarnings("unchecked")
    private static Stream<Map<String, ?>> maps(@Nullable Object list) {
        return list == null ? Stream.of() : ((List<Map<String, ?>>) list).stream();
    }

    private static Duration duration(Object text) {
        return Duration.parse("PT" + text);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T at(Map<String, ?> yaml, String... path) {
        Object found = yaml;
        for (String key : path) {
            found = Objects.requireNonNull(((Map<String, ?>) found).get(key), key);
        }
        return (T) found;
    }

    private static Map<String, ?> yaml(String file) throws IOException {
        return new Yaml().load(Files.readString(Path.of(file)));
    }
}
