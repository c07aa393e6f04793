package com.example.ops.slo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Answers of Prometheus as they are made up for a test. */
final class Recorded {

    private static final String OBJECTIVE = "\"service\": \"any\", \"sloth_slo\": \"answers\"";

    private final List<String> series = new ArrayList<>();

    /** 99.9 % over 30 days, of which there is no event yet. */
    static Recorded objective() {
        return new Recorded().with("slo:objective:ratio", "0.9990000000000001").with("slo:time_period:days", "30");
    }

    /** Four tenths of the budget of ten million events are spent. */
    static Recorded traffic(String environment) {
        return objective().andTraffic(environment);
    }

    Recorded andTraffic(String environment) {
        return in(environment, "slo:sli_events:sum30d", "10000000")
                .in(environment, "slo:sli_error_events:sum30d", "4000")
                .in(environment, "slo:sli_error_events:sum30m", "500")
                .in(environment, "slo:sli_covered:seconds30d", "2592000")
                .in(environment, "slo:sli_error:ratio_rate1h", "0.02")
                .in(environment, "slo:sli_error:ratio_rate30d", "0.0004");
    }

    Recorded with(String metric, String value) {
        series.add("""
                {"metric": {"__name__": "%s", %s}, "value": [1, "%s"]}""".formatted(metric, OBJECTIVE, value));
        return this;
    }

    Recorded in(String environment, String metric, String value) {
        series.add("""
                {"metric": {"__name__": "%s", "environment": "%s", %s}, "value": [1, "%s"]}""".formatted(metric, environment, OBJECTIVE, value));
        return this;
    }

    Recorded without(String metric) {
        series.removeIf(one -> one.contains("\"" + metric + "\""));
        return this;
    }

    String json() {
        return """
                {"status": "success", "data": {"resultType": "vector", "result": [%s]}}""".formatted(String.join(", ", series));
    }

    RecordedSeries read() {
        return RecordedSeries.read(new JsonMapper().readTree(json()));
    }

    static Stream<String> answersOfNoUse() {
        return Stream.of(
                traffic("demo")
                        .without("slo:sli_events:sum30d")
                        .in("demo", "slo:sli_events:sum30d", "NaN")
                        .json(),
                traffic("demo").in("demo", "slo:sli_error:ratio_rate5m", "NaN").json(),
                traffic("demo").in("demo", "slo:sli_error:ratio_rate5m", "+Inf").json(),
                traffic("demo").with("slo:objective:ratio", "0.9").json(),
                traffic("demo").without("slo:sli_covered:seconds30d").json(),
                traffic("demo").without("slo:time_period:days").json(),
                traffic("demo").without("slo:objective:ratio").json(),
                new Recorded().json(),
                "{\"status\": \"error\"}",
                "{}",
                "[]",
                "null");
    }
}
