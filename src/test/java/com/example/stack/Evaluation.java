package com.example.stack;

import com.example.stack.Outcome.Data;
import com.example.stack.Outcome.Empty;
import com.example.stack.Query.PromQl;
import com.example.stack.Query.Reading;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Asks queries as somebody would who looks at the last quarter of an hour, or at another time that ends now. */
final class Evaluation {

    /** In the place of a span, where only the form of a query counts. */
    private static final Map<String, String> ANY_SPAN =
            Map.of("__tags", "service=\"any\"", "__trace.traceId", "0", "__span.traceId", "0", "__span.spanId", "0");

    private final Backends backends;
    private final Window window;
    private final Selections selections;
    private final Names names;
    private final MayBeAbsent absent;

    private Evaluation(Backends backends, MayBeAbsent absent, Duration lookBack) {
        this.backends = backends;
        this.window = Window.last(lookBack);
        this.selections = new Selections(backends, window);
        this.names = new Names(backends.prometheus(), window, absent);
        this.absent = absent;
    }

    /** One moment's look: what the variables can be is asked once. */
    static Evaluation now(Backends backends, MayBeAbsent absent) {
        return back(Duration.ofMinutes(15), backends, absent);
    }

    /** The same over a time of one's own. */
    static Evaluation back(Duration lookBack, Backends backends, MayBeAbsent absent) {
        return new Evaluation(backends, absent, lookBack);
    }

    List<Finding> of(List<? extends Query> queries) {
        return queries.stream().map(this::of).toList();
    }

    /** As the board opens; if that is empty, the first selection that has data. */
    Finding of(Query query) {
        Finding opened = null;
        for (Selection selection : (Iterable<Selection>) selections(query)::iterator) {
            Finding finding = ask(query, selection);
            if (!(finding.outcome() instanceof Empty)) {
                return finding;
            }
            opened = opened == null ? finding : opened;
        }
        return opened;
    }

    /** The query as it is sent when the board opens. */
    String sent(Query query) {
        Selection opened = selections(query).findFirst().orElseThrow();
        Map<String, String> row = rows(query, opened).stream().findFirst().orElse(Map.of());
        return interpolation(query, opened, row).of(query);
    }

    private Stream<Selection> selections(Query query) {
        return selections.of(query.scope().variables());
    }

    /** A query within a link is asked with the rows of its panel by turns, until one has data. */
    private Finding ask(Query query, Selection selection) {
        Finding last = null;
        for (Map<String, String> row : rows(query, selection)) {
            Interpolation interpolation = interpolation(query, selection, row);
            String sent = interpolation.of(query);
            boolean inputs = query instanceof PromQl && query.reading() == Reading.INPUTS;
            Outcome outcome = inputs ? inputs(sent) : backends.ask(query, interpolation);
            boolean lookBehind =
                    query instanceof PromQl && query.reading() != Reading.VALUES && outcome instanceof Data;
            last = new Finding(query, sent, selection, lookBehind ? behind(sent, outcome) : outcome);
            if (last.hasData()) {
                return last;
            }
        }
        return last == null ? new Finding(query, query.text(), selection, new Empty("no rows to fill it in")) : last;
    }

    private List<Map<String, String>> rows(Query query, Selection selection) {
        if (query.scope().row().isEmpty()) {
            return List.of(Map.of());
        }
        return query.scope().row().stream()
                .map(source -> ask(source, selection).outcome())
                .filter(Data.class::isInstance)
                .map(outcome -> ((Data) outcome).rows())
                .findFirst()
                .orElse(List.of());
    }

    /** Whether there is a series for everything that the query selects, or may be one day. */
    private Outcome inputs(String sent) {
        Reply tree = backends.prometheus().parse(sent);
        if (!tree.ok()) {
            return tree.refused();
        }
        return SyntaxTree.nodes(tree.json().path("data"))
                .filter(selector -> !absent.mayCome(selector))
                .map(SyntaxTree::selector)
                .filter(selector -> Samples.outcome(backends.prometheus().range(selector, window)) instanceof Empty)
                .findFirst()
                .<Outcome>map(selector -> new Empty("nothing for " + selector))
                .orElse(Samples.SOMETHING);
    }

    private Outcome behind(String sent, Outcome outcome) {
        return names.unknownTo(sent)
                .<Outcome>map(unknown -> new Empty("nothing has the names of " + unknown))
                .orElse(outcome);
    }

    private Interpolation interpolation(Query query, Selection selection, Map<String, String> row) {
        Map<String, String> fields = new LinkedHashMap<>(row);
        query.scope()
                .renamed()
                .forEach((name, shown) ->
                        fields.computeIfAbsent(Interpolation.key(shown), key -> row.get(Interpolation.key(name))));
        if (query.reading() == Reading.FOLLOWED) {
            fields.putAll(ANY_SPAN);
        }
        return new Interpolation(selection, window.with(query.scope().minInterval()), fields);
    }
}
