package com.example.stack;

import com.example.stack.Outcome.Empty;
import com.example.stack.Query.Reading;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A live Loki. */
record Loki(URI url) {

    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((?:(\\{.+})\\s*,\\s*)?(\\w+)\\)");

    Outcome ask(Reading reading, String query, Window window) {
        return switch (reading) {
            case VALUES -> values(query, window).isEmpty() ? new Empty("no values") : Samples.SOMETHING;
            case INSTANT ->
                Samples.outcome(Reply.get(
                        url,
                        "/loki/api/v1/query",
                        "query",
                        query,
                        "time",
                        nanos(window.to().toEpochMilli()),
                        "limit",
                        100));
            // its own test brings the lines
            case INPUTS -> parse(query).ok() ? Samples.SOMETHING : parse(query).refused();
            case RANGE, FOLLOWED -> Samples.outcome(lines(query, window));
        };
    }

    Reply lines(String query, Window window) {
        return Reply.get(
                url,
                "/loki/api/v1/query_range",
                "query",
                query,
                "start",
                nanos(window.from().toEpochMilli()),
                "end",
                nanos(window.to().toEpochMilli()),
                "step",
                window.interval().toSeconds(),
                "limit",
                100);
    }

    Reply parse(String query) {
        return Reply.get(url, "/loki/api/v1/format_query", "query", query);
    }

    /** The values that a variable takes. */
    List<String> values(String function, Window window) {
        Matcher labelValues = LABEL_VALUES.matcher(function.strip());
        if (!labelValues.matches()) {
            throw new IllegalArgumentException("not a label_values(…): " + function);
        }
        Object[] time = {
            "start",
            nanos(window.from().toEpochMilli()),
            "end",
            nanos(window.to().toEpochMilli())
        };
        Stream<Object> match =
                Optional.ofNullable(labelValues.group(1)).stream().flatMap(stream -> Stream.of("query", stream));
        Reply reply = Reply.get(
                url,
                "/loki/api/v1/label/" + labelValues.group(2) + "/values",
                Stream.concat(Stream.of(time), match).toArray());
        if (!reply.ok()) {
            throw new IllegalArgumentException(function + ": " + reply.body());
        }
        return reply.texts("/data");
    }

    private static long nanos(long millis) {
        return millis * 1_000_000;
    }
}
