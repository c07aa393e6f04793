package com.example.stack;

import com.example.stack.Query.LogQl;
import com.example.stack.Query.PromQl;
import com.example.stack.Query.TraceQl;
import java.util.List;

/** The three that hold the signals. */
record Backends(Prometheus prometheus, Loki loki, Tempo tempo) {

    Outcome ask(Query query, Interpolation interpolation) {
        String text = interpolation.of(query);
        return switch (query) {
            case PromQl promql -> prometheus.ask(promql.reading(), text, interpolation.window());
            case LogQl logql -> loki.ask(logql.reading(), text, interpolation.window());
            case TraceQl traceql -> tempo.ask(traceql.reading(), text, interpolation.window());
        };
    }

    /** The values of a variable's query. */
    List<String> values(Query query, Interpolation interpolation) {
        String text = interpolation.of(query);
        return switch (query) {
            case PromQl promql -> prometheus.values(text, interpolation.window());
            case LogQl logql -> loki.values(text, interpolation.window());
            case TraceQl traceql -> tempo.values(text, interpolation.window());
        };
    }
}
