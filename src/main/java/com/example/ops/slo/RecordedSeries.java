package com.example.ops.slo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What is recorded of objectives at one moment; every value is a number and stands for one thing. */
record RecordedSeries(Map<Name, Double> values) {

    /**
     * What a value is about.
     *
     * @param environment empty where it is the same in all of them, as an objective is
     */
    record Name(String metric, String environment, String service, String objective) {}

    /** The answer of the query API. */
    static RecordedSeries read(JsonNode answer) {
        JsonNode result = answer.path("data").path("result");
        if (!answer.path("status").asString("").equals("success") || !result.isArray()) {
            throw new UnreliableFigures("not_an_answer");
        }
        Map<Name, Double> values = new HashMap<>();
        for (JsonNode series : result) {
            if (values.put(
                            name(series.path("metric")),
                            number(series.path("value").path(1)))
                    != null) {
                throw new UnreliableFigures("ambiguous");
            }
        }
        return new RecordedSeries(values);
    }

    Stream<Name> named(String metric) {
        return values.keySet().stream().filter(name -> name.metric().equals(metric));
    }

    /** In which environments there is something of that name. */
    List<String> environments(Name name) {
        return named(name.metric())
                .filter(other -> other.service().equals(name.service())
                        && other.objective().equals(name.objective()))
                .map(Name::environment)
                .sorted()
                .toList();
    }

    OptionalDouble find(Name name) {
        Double value = values.get(name);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    double get(Name name) {
        return find(name).orElseThrow(() -> new UnreliableFigures("incomplete"));
    }

    private static Name name(JsonNode labels) {
        return new Name(
                labels.path("__name__").asString(""),
                labels.path("environment").asString(""),
                labels.path("service").asString(""),
                labels.path("sloth_slo").asString(""));
    }

    private static double number(JsonNode sample) {
        // infinity is spelled otherwise than in Java, and would be no figure either
        double value;
        try {
            value = Double.parseDouble(sample.asString(""));
        } catch (NumberFormatException unreadable) {
            throw new UnreliableFigures("not_a_number");
        }
        if (!Double.isFinite(value)) {
            throw new UnreliableFigures("not_a_number");
        }
        return value;
    }
}
