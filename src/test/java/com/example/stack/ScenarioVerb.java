package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.testing.ScriptRun;
import java.time.Duration;
import java.util.List;

/** {@code scripts/scenario}, told where the stack is. */
record ScenarioVerb(Stack stack) {

    /** Longer than any scenario waits, so that it is the script that gives up and heals. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** The longest of what another test may have left firing, by its windows. */
    private static final Duration CALM = Duration.ofMinutes(10);

    ScriptRun verify(String scenario) {
        awaitCalm(scenario);
        ScriptRun run = ScriptRun.of(PATIENCE, stack.environment(), List.of("scripts/scenario", "verify", scenario));
        System.out.print(run.output());
        return run;
    }

    /** The script does not begin while its alert fires. */
    void awaitCalm(String scenario) {
        Prometheus prometheus = stack.backends().prometheus();
        List<String> alerts = ScenarioFile.named(scenario).alerts();
        await().atMost(CALM)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(prometheus.firing()).doesNotContainAnyElementsOf(alerts));
    }
}
