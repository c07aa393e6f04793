package com.example.simulator.gateway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fault that is switched on.
 *
 * @param percentage the share of requests it strikes, 1 to 100
 * @param until when it ends by itself, or null if it has to be healed
 * @param delay how late a struck answer is; none except for {@link FaultName#LATENCY}
 */
record Fault(FaultName name, int percentage, @Nullable Instant until, Delay delay) {

    boolean activeAt(Instant now) {
        return until == null || now.isBefore(until);
    }
}
