package com.example.stack;

import com.example.stack.Query.PromQl;
import com.example.stack.Query.Reading;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells the queries about the applications from those that look at something else in the stack. */
record ApplicationMetrics(Prometheus prometheus, Evaluation evaluation) {

    /** What the other services of the stack call theirs; a name that does not begin so is taken for an application's. */
    private static final Pattern FOREIGN =
            Pattern.compile("(bench|loki|tempo|tempodb|alloy|otelcol|grafana|alertmanager|traces"
                    + "|pg|node|probe|prometheus_notifications|pushgateway|push|pyroscope|go|net_conntrack|target)_.*");

    boolean areAllThatItLooksAt(PromQl query) {
        return query.reading() != Reading.FOLLOWED
                && metrics(query).noneMatch(name -> FOREIGN.matcher(name).matches());
    }

    private Stream<String> metrics(PromQl query) {
        String sent = evaluation.sent(query);
        Reply tree = prometheus.parse(query.reading() == Reading.VALUES ? Prometheus.selectorOf(sent) : sent);
        return tree.ok() ? SyntaxTree.metrics(tree.json().path("data")) : Stream.empty();
    }
}
