package com.example.chaos;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What a customer sets out to do. */
enum Journey {
    BUY(58),
    /** The same call several times at once, at both shops. */
    BUY_IMPATIENTLY(6),
    BUY_AND_SEND_BACK(12),
    DECLINED_FIRST(8),
    CANCEL_WHILE_PAYING(7),
    PAY_AS_IT_LAPSES(5),
    /** Somebody closes the order in the database while its charge is under way. */
    CLOSED_BEHIND_ITS_BACK(2),
    LEAVE(2);

    private static final int SUM =
            Arrays.stream(values()).mapToInt(journey -> journey.weight).sum();

    private final int weight;

    Journey(int weight) {
        this.weight = weight;
    }

    static Journey next(RandomGenerator random) {
        int place = random.nextInt(SUM);
        for (Journey journey : values()) {
            place -= journey.weight;
            if (place < 0) {
                return journey;
            }
        }
        throw new IllegalStateException();
    }
}
