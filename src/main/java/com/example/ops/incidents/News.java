package com.example.ops.incidents;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a notification tells that was not known. The same one again tells nothing, nor does one that comes late: an alert
 * is told from an earlier one of the same fingerprint by when it began. What still fired when a person closed its incident
 * is known too: they closed it all the same.
 *
 * @param fired begun, or begun again
 * @param ended those that are over
 */
record News(List<HeardAlert> fired, List<HeardAlert> ended) {

    /**
     * A sender repeats what was not answered for about as long. Later than that an alert that has ended is taken at its
     * word when it says that it fires, even if it began before that end: its sender was cut off from its source.
     */
    static final Duration ECHO = Duration.ofMinutes(1);

    static News of(List<HeardAlert> heard, List<KnownAlert> known, Instant now) {
        Map<String, List<KnownAlert>> byFingerprint =
                known.stream().collect(Collectors.groupingBy(KnownAlert::fingerprint));
        List<HeardAlert> fired = new ArrayList<>();
        List<HeardAlert> ended = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (HeardAlert alert : heard) {
            List<KnownAlert> same = byFingerprint.getOrDefault(alert.fingerprint(), List.of());
            if (!alert.isFiring()) {
                if (ends(alert, same)) {
                    ended.add(alert);
                }
            } else if (same.stream().noneMatch(KnownAlert::isFiring)
                    && !echoes(alert, same, now)
                    && told.add(alert.fingerprint())) {
                fired.add(alert);
            }
        }
        return new News(List.copyOf(fired), List.copyOf(ended));
    }

    boolean isEmpty() {
        return fired.isEmpty() && ended.isEmpty();
    }

    private static boolean echoes(HeardAlert alert, List<KnownAlert> same, Instant now) {
        return same.stream()
                .anyMatch(other -> other.endedAt() != null
                        && other.endHeardAt() != null
                        && !alert.startsAt().isAfter(other.endedAt())
                        && now.isBefore(other.endHeardAt().plus(ECHO)));
    }

    /** Also one of an incident that a person has closed before. */
    private static boolean ends(HeardAlert alert, List<KnownAlert> same) {
        return same.stream()
                .anyMatch(other -> other.isFiring() && !other.startsAt().isAfter(alert.endsAt()));
    }
}
