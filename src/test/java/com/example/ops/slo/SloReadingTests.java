package com.example.ops.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.ops.slo.SloReport.Figures;
import com.example.ops.slo.SloReport.Objective;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class SloReadingTests {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void whatIsRecordedIsReported() {
        assertThat(new SloReading(Recorded.traffic("demo").read(), NOW).report())
                .isEqualTo(new SloReport(
                        NOW,
                        java.util.List.of(new Objective(
                                "demo",
                                "any",
                                "answers",
                                0.999,
                                30,
                                new Figures(
                                        0.9996,
                                        0.0006,
                                        true,
                                        2_592_000,
                                        10_000_000,
                                        10_000,
                                        4_000,
                                        43.2,
                                        17.28,
                                        0.6,
                                        0.05,
                                        Map.of("1h", 20.0),
                                        // six tenths of 30 days, twenty times too fast
                                        NOW.plus(Duration.ofMinutes(1_296)))))));
    }

    @Test
    void withoutTrafficThereAreNoFigures() {
        assertThat(new SloReading(Recorded.objective().read(), NOW).report().objectives())
                .containsExactly(new Objective("", "any", "answers", 0.999, 30, null));
        assertThat(new SloReading(
                                Recorded.traffic("demo")
                                        .without("slo:sli_error:ratio_rate30d")
                                        .read(),
                                NOW)
                        .report()
                        .objectives())
                .as("when too little is known")
                .containsExactly(new Objective("demo", "any", "answers", 0.999, 30, null));
    }

    @Test
    void eachEnvironmentHasItsOwn() {
        assertThat(new SloReading(Recorded.traffic("staging").andTraffic("demo").read(), NOW)
                        .report()
                        .objectives())
                .extracting(Objective::environment)
                .containsExactly("demo", "staging");
    }

    @ParameterizedTest
    @MethodSource("com.example.ops.slo.Recorded#answersOfNoUse")
    void anAnswerThatCannotBeReliedOnIsNoReport(String answer) {
        assertThatThrownBy(() -> new SloReading(RecordedSeries.read(new JsonMapper().readTree(answer)), NOW).report())
                .isInstanceOf(UnreliableFigures.class);
    }

    @Test
    void aReportForPeopleShowsLabelsAsTheyAre() {
        String report =
                SloMarkdown.of(new SloReading(Recorded.traffic("<b>|[x](y)").read(), NOW).report());

        assertThat(report)
                .contains("99.960 %", "4,000.0 spent of 10,000.0 allowed", "17.3 spent of 43.2 allowed in 30 days")
                .contains("2030-01-01T21:36:00Z", "20.0 over 1h")
                .contains("&lt;b&gt;\\|\\[x\\](y)")
                .doesNotContain("<b>");
    }
}
