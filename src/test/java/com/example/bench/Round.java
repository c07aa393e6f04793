package com.example.bench;

import java.time.Duration;
import java.util.List;

/**
 * What one round of load cost.
 *
 * @param requests answered in this round
 * @param failed those of them with another status than expected, or with none
 * @param processor the time of the measured process alone
 */
public record Round(long requests, long failed, Duration processor, Duration took) {

    /** Runs the load and looks at the process before and after it. */
    public static Round of(long process, Load load) {
        Duration before = ProcessorTime.of(process);
        Load.Result result = load.run();
        Duration used = ProcessorTime.of(process).minus(before);
        if (result.failed() > 0) {
            System.out.printf("%,d of %,d failed, the first by %s%n", result.failed(), result.requests(), result.why());
        }
        return new Round(result.requests(), result.failed(), used, result.took());
    }

    /** The parts of one round. */
    static Round sum(List<Round> parts) {
        return parts.stream()
                .reduce((one, other) -> new Round(
                        one.requests + other.requests,
                        one.failed + other.failed,
                        one.processor.plus(other.processor),
                        one.took.plus(other.took)))
                .orElseThrow();
    }

    /** Processor milliseconds for 1,000 requests. */
    public double cost() {
        return processor.toNanos() / 1_000.0 / requests;
    }

    public double perSecond() {
        return requests * 1e9 / took.toNanos();
    }
}
