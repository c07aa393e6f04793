package com.example.stack;

import com.example.stack.Selection.Choice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts values in the place of variables and macros, as Grafana does before it asks.
 *
 * @param fields what a span or a row of data brings, by the name that stands in the query
 */
record Interpolation(Selection selection, Window window, Map<String, String> fields) {

    /** Names that begin with a digit are the groups of label_replace. */
    private static final Pattern REFERENCE =
            Pattern.compile("\\$([A-Za-z_]\\w*)|\\$\\{([A-Za-z_]\\w*)(?:[.]([^:}]+)|(\\[[^]]+]))?(?::([^}]+))?}");

    private static final Pattern SPECIAL = Pattern.compile("[\\\\^$.*+?()\\[\\]{}|]");

    private static final Pattern NOT_A_NAME = Pattern.compile("[^a-z0-9]");

    /** The query as it is sent. */
    String of(Query query) {
        return REFERENCE.matcher(query.text()).replaceAll(found -> Matcher.quoteReplacement(value(query, found)));
    }

    private String value(Query query, MatchResult found) {
        String name = found.group(1) == null ? found.group(2) : found.group(1);
        String path = found.group(3) == null ? found.group(4) : found.group(3);
        String value = path == null ? simple(query, name, found.group(5)) : field(name + "." + path);
        if (value == null) {
            throw new Unreadable(
                    query.origin(), "nothing is known of " + found.group() + ", only of " + fields.keySet());
        }
        return value;
    }

    private String simple(Query query, String name, String format) {
        Choice choice = selection.choices().get(name);
        if (choice == null) {
            return macro(name).orElseGet(() -> fields.get(name));
        }
        return choice.raw() ? choice.values().getFirst() : formatted(query, choice, name, format);
    }

    /** {@code __data.fields.traceID}, {@code __data.fields["Trace ID"]} and {@code __field.labels.trace_id} alike. */
    private String field(String name) {
        String exact = fields.get(name);
        return exact != null ? exact : fields.get(key(name.replaceFirst("^__(data\\.fields|field\\.labels)", "")));
    }

    static String key(String field) {
        return NOT_A_NAME.matcher(field.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private Optional<String> macro(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "__interval", "__auto" -> seconds(window.interval());
                    case "__interval_ms" -> Long.toString(window.interval().toMillis());
                    case "__rate_interval" -> seconds(window.rateInterval());
                    case "__range" -> seconds(window.range());
                    case "__range_s" -> Long.toString(window.range().toSeconds());
                    case "__range_ms" -> Long.toString(window.range().toMillis());
                    case "__from" -> Long.toString(window.from().toEpochMilli());
                    case "__to" -> Long.toString(window.to().toEpochMilli());
                    default -> null;
                });
    }

    private static String formatted(Query query, Choice choice, String name, String format) {
        return switch (format == null ? "" : format) {
            case "" -> byDefault(query, choice);
            case "regex" ->
                choice.values().size() == 1 ? escaped(choice.values().getFirst()) : group(choice);
            case "pipe" -> String.join("|", choice.values());
            case "csv" -> String.join(",", choice.values());
            case "raw", "text" -> String.join(choice.isList() ? "," : "", choice.values());
            case "queryparam" ->
                choice.values().stream()
                        .map(value -> "var-" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
            default -> throw new Unreadable(query.origin(), "the format '" + format + "' of a variable");
        };
    }

    /** Of several values Prometheus gets a group in parentheses, the others a list. */
    private static String byDefault(Query query, Choice choice) {
        if (!choice.isList()) {
            return choice.values().getFirst();
        }
        boolean grouped = query instanceof Query.PromQl && choice.values().size() > 1;
        return grouped
                ? group(choice)
                : choice.values().stream().map(Interpolation::twice).collect(Collectors.joining("|"));
    }

    private static String group(Choice choice) {
        return choice.values().stream().map(Interpolation::twice).collect(Collectors.joining("|", "(", ")"));
    }

    private static String escaped(String value) {
        return SPECIAL.matcher(value).replaceAll(found -> "\\\\" + Matcher.quoteReplacement(found.group()));
    }

    /** A backslash within a string of the query language takes another before it. */
    private static String twice(String value) {
        return escaped(value).replace("\\", "\\\\");
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "s";
    }
}
