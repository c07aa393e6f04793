package com.example.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.RequiresDockerImages;
import com.example.testing.ScriptRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gate asks a real Prometheus about series whose answers are known. */
@Tag("long")
@RequiresDockerImages(MadePrometheus.IMAGE)
class DeploymentGateIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static @Nullable MadePrometheus prometheus;

    @BeforeAll
    static void start() {
        prometheus = MadePrometheus.of(series());
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.stop();
        }
    }

    private static MadeSeries series() {
        MadeSeries series = new MadeSeries(Instant.now());
        well(series.version("well", "1"));
        series.version("failing", "1").route("/a", 1000, 30, 0.04).payments(100, 0);
        series.version("slow", "1").route("/a", 1000, 0, 0.9).payments(100, 0);
        series.version("unpaid", "1")
                .route("/a", 1000, 0, 0.04)
                .payments(100, 20)
                .orders(100, 10);
        series.version("quiet", "1").route("/a", 20, 0, 0.04);
        series.version("no-number", "1").nothingThatIsANumber();
        canaries(series);
        return series;
    }

    private static void canaries(MadeSeries series) {
        well(series.version("better", "1")).route("/b", 1000, 8, 0.4);
        well(series.version("better", "2")).route("/b", 200, 0, 0.04);
        well(series.version("worse-errors", "1"));
        series.version("worse-errors", "2")
                .route("/a", 1000, 0, 0.04)
                .lateErrors("/a", 15)
                .payments(100, 0)
                .orders(400, 240);
        well(series.version("slower", "1"));
        series.version("slower", "2").route("/a", 300, 0, 0.4).payments(100, 0).orders(400, 240);
        well(series.version("worse-payments", "1"));
        series.version("worse-payments", "2")
                .route("/a", 300, 0, 0.04)
                .payments(90, 10)
                .orders(400, 240);
        well(series.version("worse-conversion", "1"));
        series.version("worse-conversion", "2")
                .route("/a", 300, 0, 0.04)
                .payments(100, 0)
                .orders(400, 160);
        // beyond every tolerance, and nothing that chance would not do now and then
        well(series.version("unlucky", "1"));
        series.version("unlucky", "2").route("/a", 250, 3, 0.04).payments(98, 2).orders(400, 210);
        well(series.version("few-orders", "1"));
        series.version("few-orders", "2")
                .route("/a", 300, 0, 0.04)
                .payments(100, 0)
                .orders(15, 9);
        // each route is as it was, but the new version is asked more often for the slow one, and for one of its own
        well(series.version("other-mix", "1")).route("/slow", 60, 3, 0.9);
        well(series.version("other-mix", "2")).route("/slow", 600, 30, 0.9).route("/new", 100, 0, 4);
        Duration half = Duration.ofMinutes(6);
        well(series.version("gone", "1"));
        // longer ago than Prometheus takes the last sample for the present one
        well(series.version("gone", "2", Duration.ZERO, half));
        well(series.version("replaced", "1", Duration.ZERO, half));
        well(series.version("replaced", "2", half.plusMinutes(1), half.multipliedBy(2)));
    }

    private static MadeSeries.Version well(MadeSeries.Version version) {
        return version.route("/a", 1000, 2, 0.04).payments(100, 0).orders(400, 240);
    }

    @Test
    void anEnvironmentThatIsWellPasses() {
        ScriptRun gate = ask("well", "--service", "shop", "--min-payment-success", "0.99", "--min-conversion", "0.5");
        assertThat(gate.output())
                .contains("0.20 % of", "100.00 % payments with an answer", "60.00 % orders paid", "PASS")
                // where scrapes and window meet moves it by a millisecond
                .containsPattern("p95 is 4\\d ms");
        assertThat(gate.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            failing | --max-error-ratio 0.01     | STOP: errors: 3.00 % of
            slow    | --max-p95 0.5              | STOP: latency: p95 is 97\\d ms, at most 500 ms
            unpaid  | --min-payment-success 0.95 | STOP: payments: 83.33 % payments with an answer
            unpaid  | --min-conversion 0.3       | STOP: conversion: 10.00 % orders paid
            """)
    void whatIsBeyondALimitStops(String environment, String option, String reason) {
        ScriptRun gate = ask(environment, option.split(" "));
        assertThat(gate.output()).containsPattern(reason);
        assertThat(gate.exit()).isEqualTo(1);
    }

    @Test
    void aLimitThatIsKeptStopsNothing() {
        assertThat(ask("failing", "--max-error-ratio", "0.04").exit()).isZero();
        assertThat(ask("slow", "--max-p95", "1.2").exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            better           | 0 | against 0.30 % of the baseline
            worse-errors     | 1 | STOP: errors: 1.
            slower           | 1 | STOP: latency: p95 is 48\\d ms against 4\\d ms of the baseline
            worse-payments   | 1 | STOP: payments: 90.00 % payments with an answer against 100.00 %
            worse-conversion | 1 | STOP: conversion: 40.00 % orders paid against 60.00 %
            """)
    void theCandidateMayNotBeWorseThanTheBaseline(String environment, int exit, String words) {
        ScriptRun gate = compare(environment, "--max-error-ratio", "0.05", "--min-payment-success", "0.5");
        assertThat(gate.output()).containsPattern(words);
        assertThat(gate.exit()).isEqualTo(exit);
    }

    @Test
    void whatMayBeChanceStopsNothing() {
        ScriptRun gate = compare("unlucky", "--max-error-ratio", "0.05", "--min-payment-success", "0.5");
        assertThat(gate.output())
                .contains(
                        "1.20 % against 0.20 % of the baseline, on the same routes, which may be chance",
                        "98.00 % payments with an answer against 100.00 % of the baseline, which may be chance",
                        "52.50 % orders paid against 60.00 % of the baseline, which may be chance");
        assertThat(gate.exit()).isZero();
    }

    @Test
    void anotherMixOfRoutesIsNoDifferenceBetweenVersions() {
        ScriptRun gate = compare("other-mix", "--max-error-ratio", "0.05", "--max-p95", "4.9");
        assertThat(gate.output())
                .contains("2.00 % against 2.00 % of the baseline")
                .containsPattern("p95 is 93\\d ms against 93\\d ms of the baseline");
        assertThat(gate.exit()).isZero();
    }

    @Test
    void versionsThatNeverRanTogetherAreNotCompared() {
        unusable(compare("replaced"), "did not run at the same time");
    }

    @Test
    void whatIsGoneIsAStopHoweverWellItDid() {
        unusable(compare("gone"), "no data: the candidate 2 is gone, its last sample is ");
    }

    @Test
    void noDataIsAStop() {
        unusable(ask("nowhere"), "no data");
        unusable(ask("well", "--service", "shop\"} or vector(1) # \\"), "no data");
        unusable(ask("quiet", "--min-requests", "5", "--min-payment-success", "0.9"), "no data: payments");
        unusable(ask("well", "--service", "shop", "--candidate", "3", "--baseline", "1"), "no data");
    }

    @Test
    void tooLittleTrafficIsAStop() {
        unusable(ask("quiet"), "too little traffic: 1");
        unusable(ask("well", "--min-payment-success", "0.9", "--min-events", "500"), "too little traffic");
        unusable(compare("few-orders"), "events for conversion half of the orders paid could be missing by chance");
    }

    @Test
    void whatIsNoNumberIsAStop() {
        unusable(ask("no-number"), "not a number (NaN)");
    }

    @Test
    void aLimitBeyondTheLastBucketIsAStop() {
        unusable(ask("well", "--max-p95", "5"), "the buckets end at 5 s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://someone:hush@localhost:1", "http://localhost:1/?token=hush"})
    void unreachableIsAStopThatKeepsTheAddressToItself(String url) {
        ScriptRun gate = run(List.of("--prometheus", url, "--environment", "well"));
        unusable(gate, "does not answer");
        assertThat(gate.output()).doesNotContain("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--environment well",
                "--prometheus http://localhost:1",
                "--prometheus ftp://localhost --environment well",
                "--prometheus http://localhost:1 --environment well --candidate 2",
                "--prometheus http://localhost:1 --environment well --candidate 2 --baseline 1",
                "--prometheus http://localhost:1 --environment well --service shop --candidate 1 --baseline 1",
                "--prometheus http://localhost:1 --environment well --max-p95 fast",
                "--prometheus http://localhost:1 --environment well --window 10",
                "--prometheus http://localhost:1 --environment well --measures beauty",
                "--prometheus http://localhost:1 --environment well --speed 1",
                "--prometheus http://localhost:1 --environment"
            })
    void badArgumentsAreAStopWithTheUsage(String arguments) {
        unusable(run(List.of(arguments.split(" "))), "Usage:");
    }

    private static void unusable(ScriptRun gate, String reason) {
        assertThat(gate.output()).contains(reason);
        assertThat(gate.exit()).isEqualTo(2);
    }

    private static ScriptRun compare(String environment, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--service", "shop", "--candidate", "2", "--baseline", "1"));
        arguments.addAll(List.of(options));
        return ask(environment, arguments.toArray(String[]::new));
    }

    private static ScriptRun ask(String environment, String... options) {
        assertThat(prometheus).isNotNull();
        List<String> arguments =
                new ArrayList<>(List.of("--prometheus", prometheus.url().toString(), "--environment", environment));
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    private static ScriptRun run(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("scripts/deployment-gate"));
        command.addAll(arguments);
        return ScriptRun.of(PATIENCE, Map.of(), command);
    }
}
