package com.example.chaos;

import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a run goes.
 *
 * @param seed hexadecimal, such as the short hash of a commit
 * @param rounds how often each kind of fault strikes
 * @param journeys how many journeys there must be at least
 * @param rate journeys begun each second
 * @param longest when it ends although something is missing
 */
record Settings(String seed, int rounds, int journeys, double rate, Duration longest) {

    /** Of the times of a whole run, in percent. */
    private static final int BRIEF = 35;

    private static final String SHORT_SEED = "c0ffee";

    /** {@code -Dchaos.seed=… -Dchaos.duration=PT11M -Dchaos.short=true}, and the other three by their names. */
    static Settings fromProperties() {
        boolean brief = Boolean.getBoolean("chaos.short");
        String seed = System.getProperty(
                "chaos.seed",
                brief
                        ? SHORT_SEED
                        : HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()));
        Duration longest = Duration.parse(System.getProperty("chaos.duration", brief ? "PT150S" : "PT11M"));
        double rate = Double.parseDouble(System.getProperty("chaos.rate", brief ? "30" : "65"));
        int rounds = Integer.getInteger("chaos.rounds", brief ? 1 : 2);
        int journeys = Integer.getInteger("chaos.journeys", brief ? 2_000 : 20_000);
        return new Settings(seed, rounds, journeys, rate, longest);
    }

    Plan plan() {
        return Plan.of(number(), rounds, rounds > 1 ? 100 : BRIEF);
    }

    long number() {
        return Long.parseUnsignedLong(seed, 16);
    }
}
