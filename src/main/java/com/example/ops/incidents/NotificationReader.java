package com.example.ops.incidents;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes alerts of what came from outside: nothing missing, nothing too long, no time out of this world. */
final class NotificationReader {

    private static final int LONGEST_WORD = 200;

    private static final int LONGEST_TEXT = 1_000;

    private static final int MOST_LABELS = 50;

    /** Older ones are somebody's mistake, and a database does not take any year. */
    private static final Duration OLDEST = Duration.ofDays(365);

    private NotificationReader() {}

    static List<HeardAlert> read(Notification notification, Instant now) {
        String groupKey = Texts.line(notification.groupKey(), LONGEST_TEXT);
        return notification.alerts().stream()
                .map(alert -> read(alert, groupKey, now))
                .toList();
    }

    static HeardAlert read(Notification.Alert alert, String groupKey, Instant now) {
        Map<String, String> labels = words(alert.labels());
        Map<String, @Nullable String> notes = alert.annotations() == null ? Map.of() : alert.annotations();
        String severity = labels.getOrDefault("severity", "");
        Instant start = within(alert.startsAt(), now);
        return new HeardAlert(
                new IncidentGroup(word(labels, "environment"), word(labels, "service")),
                fingerprint(alert.fingerprint(), labels),
                word(labels, "alertname"),
                severity,
                Sev.of(labels.getOrDefault("sev", ""), severity),
                Texts.line(notes.get("summary"), LONGEST_TEXT),
                Texts.line(notes.get("description"), LONGEST_TEXT),
                labels,
                groupKey,
                start,
                alert.status().equals("firing") ? null : end(alert.endsAt(), start, now));
    }

    private static Map<String, String> words(@Nullable Map<String, @Nullable String> labels) {
        Map<String, String> words = new TreeMap<>();
        if (labels != null) {
            labels.entrySet().stream()
                    .limit(MOST_LABELS)
                    .forEach(label -> words.put(
                            Texts.line(label.getKey(), LONGEST_WORD), Texts.line(label.getValue(), LONGEST_WORD)));
        }
        return words;
    }

    private static String word(Map<String, String> labels, String label) {
        String word = labels.getOrDefault(label, "");
        return word.isEmpty() ? "unknown" : word;
    }

    private static String fingerprint(@Nullable String given, Map<String, String> labels) {
        String clean = Texts.line(given, LONGEST_WORD);
        return clean.isEmpty()
                ? UUID.nameUUIDFromBytes(labels.toString().getBytes(StandardCharsets.UTF_8))
                        .toString()
                : clean;
    }

    private static Instant within(@Nullable Instant at, Instant now) {
        if (at == null || at.isAfter(now) || at.isBefore(now.minus(OLDEST))) {
            return now;
        }
        // as fine as the database keeps time
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant end(@Nullable Instant end, Instant start, Instant now) {
        Instant at = within(end, now);
        return at.isBefore(start) ? now : at;
    }
}
