package com.example.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** Series as a service would have made them during the last minutes, in the text format that Prometheus reads back. */
class MadeSeries {

    private static final Duration LENGTH = Duration.ofMinutes(12);

    private static final Duration STEP = Duration.ofSeconds(15);

    private static final double[] BOUNDS = {0.05, 0.1, 0.25, 0.5, 1, 2.5, 5};

    private final Instant end;
    private final StringBuilder text = new StringBuilder();

    MadeSeries(Instant end) {
        this.end = end;
    }

    /** A version that serves during the whole time. */
    Version version(String environment, String version) {
        return version(environment, version, Duration.ZERO, LENGTH);
    }

    /** A version that serves between two moments, counted from the beginning. */
    Version version(String environment, String version, Duration from, Duration to) {
        return new Version(
                "service=\"shop\",environment=\"%s\",version=\"%s\"".formatted(environment, version), from, to);
    }

    String text() {
        return text + "# EOF\n";
    }

    /** One version in one environment. */
    class Version {

        private final String labels;
        private final Duration from;
        private final Duration to;

        Version(String labels, Duration from, Duration to) {
            this.labels = labels;
            this.from = from;
            this.to = to;
        }

        /** A route that takes the seconds each time. */
        Version route(String uri, int requests, int errors, double seconds) {
            requests(uri, "SUCCESS", requests - errors, seconds);
            return errors == 0 ? this : requests(uri, "SERVER_ERROR", errors, seconds);
        }

        /** Errors that came all at once, in a series that was not there before. */
        Version lateErrors(String uri, int errors) {
            Duration late = from.plus(to.minus(from).dividedBy(2));
            series("http_server_requests_seconds_count", route(uri, "SERVER_ERROR"), late, share -> errors);
            return this;
        }

        Version payments(int answered, int unanswered) {
            counter("payments_charges_total", "outcome=\"captured\",reason=\"none\"", answered);
            return unanswered == 0
                    ? this
                    : counter("payments_charges_total", "outcome=\"unknown\",reason=\"timeout\"", unanswered);
        }

        Version orders(int placed, int paid) {
            counter("orders_placed_orders_total", "", placed);
            return counter("orders_paid_orders_total", "", paid);
        }

        Version nothingThatIsANumber() {
            series("http_server_requests_seconds_count", route("/a", "SUCCESS"), from, share -> Double.NaN);
            return this;
        }

        private Version requests(String uri, String outcome, int number, double seconds) {
            counter("http_server_requests_seconds_count", route(uri, outcome), number);
            for (double bound : BOUNDS) {
                counter(
                        "http_server_requests_seconds_bucket",
                        route(uri, outcome) + ",le=\"" + bound + "\"",
                        seconds <= bound ? number : 0);
            }
            return counter("http_server_requests_seconds_bucket", route(uri, outcome) + ",le=\"+Inf\"", number);
        }

        private String route(String uri, String outcome) {
            return "method=\"GET\",uri=\"%s\",outcome=\"%s\"".formatted(uri, outcome);
        }

        private Version counter(String metric, String own, int number) {
            series(metric, own, from, share -> number * share);
            return this;
        }

        private void series(String metric, String own, Duration since, DoubleUnaryOperator value) {
            Instant begin = end.minus(LENGTH);
            for (Duration time = since; time.compareTo(to) <= 0; time = time.plus(STEP)) {
                double share =
                        (double) time.minus(from).toMillis() / to.minus(from).toMillis();
                text.append("%s{%s%s} %s %d%n"
                        .formatted(
                                metric,
                                labels,
                                own.isEmpty() ? "" : "," + own,
                                String.format(Locale.ROOT, "%f", value.applyAsDouble(share)),
                                begin.plus(time).getEpochSecond()));
            }
        }
    }
}
