package com.example.stack;

import com.example.stack.Outcome.Data;
import com.example.stack.Query.PromQl;
import com.example.stack.Query.Reading;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks queries as somebody would who looks at the last quarter of an hour. */
final class Evaluation {

    private static final Duration LOOK_BACK = Duration.ofMinutes(15);

    /** In the place of a span, where only the form of a query counts. */
    private static final Map<String, String> ANY_SPAN =
            Map.of("__tags", "service=\"any\"", "__trace.traceId", "0", "__span.traceId", "0", "__span.spanId", "0");

    private final Backends backends;
    private final Window window = Window.last(LOOK_BACK);
    private final Selections selections;
    private final Names names;

    private Evaluation(Backends backends, MayBeAbsent absent) {
        this.backends = backends;
        this.selections = new Selections(backends, window);
        this.names = new Names(backends.prometheus(), window, absent);
    }

    /** One moment's look: what the variables can be is asked once. */
    static Evaluation now(Backends backends, MayBeAbsent absent) {
        return new Evaluation(backends, absent);
    }

    List<Finding> of(List<? extends Query> queries) {
        return queries.stream().map(this::of).toList();
    }

    /** As the board opens; if that is empty, the first selection that has data. */
    Finding of(Query query) {
        Finding opened = null;
        for (Selection selection : (Iterable<Selection>) selections(query)::iterator) {
            Finding finding = ask(query, selection);
            if (!(finding.outcome() instanceof Outcome.Empty)) {
                return finding;
            }
            opened = opened == null ? finding : opened;
        }
        return opened;
    }

    /** The query as it is sent when the board opens. */
    String sent(Query query) {
        return interpolation(query, selections(query).findFirst().orElseThrow()).of(query);
    }

    private Stream<Selection> selections(Query query) {
        return selections.of(query.scope().variables());
    }

    private Finding ask(Query query, Selection selection) {
        Interpolation interpolation = interpolation(query, selection);
        Outcome outcome = backends.ask(query, interpolation);
        String sent = interpolation.of(query);
        boolean lookBehind = query instanceof PromQl && query.reading() != Reading.VALUES && outcome instanceof Data;
        return new Finding(query, sent, selection, lookBehind ? behind(sent, outcome) : outcome);
    }

    private Outcome behind(String sent, Outcome outcome) {
        return names.unknownTo(sent)
                .<Outcome>map(unknown -> new Outcome.Empty("nothing has the names of " + unknown))
                .orElse(outcome);
    }

    private Interpolation interpolation(Query query, Selection selection) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (query.reading() == Reading.FOLLOWED) {
            fields.putAll(ANY_SPAN);
        }
        query.scope().row().forEach(source -> {
            if (ask(source, selection).outcome() instanceof Data data) {
                data.row().forEach(fields::putIfAbsent);
            }
        });
        return new Interpolation(selection, window.with(query.scope().minInterval()), fields);
    }
}
