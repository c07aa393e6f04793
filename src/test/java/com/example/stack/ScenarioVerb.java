package com.example.stack;

import com.example.testing.ScriptRun;
import java.time.Duration;
import java.util.List;

/** {@code scripts/scenario}, told where the stack is. */
record ScenarioVerb(Stack stack) {

    /** Longer than any scenario waits, so that it is the script that gives up and heals. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    ScriptRun verify(String scenario) {
        ScriptRun run = ScriptRun.of(PATIENCE, stack.environment(), List.of("scripts/scenario", "verify", scenario));
        System.out.print(run.output());
        return run;
    }
}
