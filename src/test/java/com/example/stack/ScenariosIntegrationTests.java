package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.testing.ScriptRun;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each scenario is noticed by the alert that it names; the outage is {@link WholeLineIntegrationTests}' part. */
@Tag("stack")
@Order(Integer.MAX_VALUE)
class ScenariosIntegrationTests {

    @ParameterizedTest
    @ValueSource(strings = {"credential-stuffing", "pool-exhausted", "gateway-slow"})
    void breakingIsNoticedAndSoIsHealing(String scenario) {
        ScriptRun run = new ScenarioVerb(Stack.live()).verify(scenario);
        assertThat(run.exit()).as(run.output()).isZero();
    }
}
