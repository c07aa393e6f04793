package com.example.chaos;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many journeys ended in each second in which nothing was broken. */
final class Pace {

    private Pace() {}

    /** The median over every whole second between the two moments that no fault touches; 0 without any. */
    static long medianPerCalmSecond(Collection<Instant> ended, List<Struck> faults, Instant from, Instant to) {
        Map<Long, Long> bySecond =
                ended.stream().collect(Collectors.groupingBy(Instant::getEpochSecond, Collectors.counting()));
        List<Long> calm = new ArrayList<>();
        for (long second = from.getEpochSecond() + 1; second < to.getEpochSecond(); second++) {
            Instant begin = Instant.ofEpochSecond(second);
            Instant end = begin.plusSeconds(1);
            if (faults.stream()
                    .noneMatch(fault -> fault.from().isBefore(end) && fault.to().isAfter(begin))) {
                calm.add(bySecond.getOrDefault(second, 0L));
            }
        }
        calm.sort(null);
        return calm.isEmpty() ? 0 : calm.get(calm.size() / 2);
    }
}
