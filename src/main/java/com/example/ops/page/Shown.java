package com.example.ops.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Times and figures as people read them. */
final class Shown {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Shown() {}

    static String at(Instant moment) {
        return MOMENT.format(moment);
    }

    /** In its two largest units. */
    static String span(Duration span) {
        Duration shown = span.isNegative() ? Duration.ZERO : span;
        String words = Stream.of(
                        part(shown.toDays(), "d"), part(shown.toHoursPart(), "h"), part(shown.toMinutesPart(), "min"))
                .filter(part -> !part.isEmpty())
                .limit(2)
                .collect(Collectors.joining(" "));
        return words.isEmpty() ? "under 1 min" : words;
    }

    static String percent(double share) {
        return number(share * 100) + " %";
    }

    /** With as many digits as mean something, at most three behind the point. */
    static String number(double value) {
        String digits = String.format(Locale.ROOT, "%,.3f", value).replaceAll("\\.?0+$", "");
        return digits.equals("-0") ? "0" : digits;
    }

    private static String part(long number, String unit) {
        return number == 0 ? "" : number + " " + unit;
    }
}
