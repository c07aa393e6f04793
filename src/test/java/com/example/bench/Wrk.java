package com.example.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator {@code wrk}: some seconds in a closed loop, in a process of its own. */
public record Wrk(
        int connections, Duration length, List<String> headers, String script, List<String> arguments, String url)
        implements Load {

    private static final Pattern TOTAL = Pattern.compile("(?m)^\\s*(\\d+) requests in ([0-9.]+)(us|ms|s|m|h),");

    private static final Pattern UNEXPECTED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

    private static final Pattern ERRORS =
            Pattern.compile("Socket errors: connect (\\d+), read (\\d+), write (\\d+), timeout (\\d+)");

    private static final Map<String, Long> NANOS =
            Map.of("us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L, "h", 3_600_000_000_000L);

    @Override
    public Result run() {
        return parse(Command.output(command()));
    }

    List<String> command() {
        List<String> command = new ArrayList<>(
                List.of("wrk", "-t1", "-c" + connections, "-d" + length.toSeconds() + "s", "--timeout", "10s"));
        headers.forEach(header -> Collections.addAll(command, "-H", header));
        if (script != null) {
            Collections.addAll(command, "-s", script);
        }
        command.add(url);
        if (!arguments.isEmpty()) {
            command.add("--");
            command.addAll(arguments);
        }
        return command;
    }

    static Result parse(String output) {
        Matcher total = TOTAL.matcher(output);
        if (!total.find()) {
            throw new IllegalArgumentException("no result of wrk: " + output);
        }
        long nanos = (long) (Double.parseDouble(total.group(2)) * NANOS.get(total.group(3)));
        Matcher unexpected = UNEXPECTED.matcher(output);
        long failed = unexpected.find() ? Long.parseLong(unexpected.group(1)) : 0;
        Matcher errors = ERRORS.matcher(output);
        if (errors.find()) {
            for (int i = 1; i <= errors.groupCount(); i++) {
                failed += Long.parseLong(errors.group(i));
            }
        }
        return new Result(Long.parseLong(total.group(1)), failed, failed == 0 ? "" : output, Duration.ofNanos(nanos));
    }
}
