package com.example.stack;

import com.example.stack.Query.LogQl;
import com.example.stack.Query.PromQl;
import com.example.stack.Query.Reading;
import com.example.stack.Query.TraceQl;
import com.example.testing.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queries in fenced blocks of documents, and the marks on those that a healthy stack leaves empty. */
final class Documents {

    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.+?) *");

    private static final Pattern FENCE = Pattern.compile(" {0,3}```+ *(\\w*).*");

    private static final Pattern MARK = Pattern.compile("<!-- empty-unless: ([a-z-]+) -->");

    /** A query, and the scenario that fills it or an empty text. */
    record Example(Query query, String emptyUnless) {}

    private final String file;
    private final List<Example> examples = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private String heading = "top";
    private String mark = "";

    private Documents(String file) {
        this.file = file;
    }

    static List<Example> read(SourceFile document, String name) {
        Documents reading = new Documents(name);
        List<String> lines = document.text().lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            Matcher fence = FENCE.matcher(lines.get(at));
            if (fence.matches()) {
                int begin = at + 1;
                do {
                    at++;
                } while (at < lines.size() && !lines.get(at).strip().matches("```+"));
                reading.block(fence.group(1), String.join("\n", lines.subList(begin, at)));
            } else {
                reading.line(lines.get(at).strip());
            }
        }
        reading.requireUsed();
        return reading.examples;
    }

    private void line(String line) {
        Matcher next = HEADING.matcher(line);
        Matcher emptyUnless = MARK.matcher(line);
        if (next.matches()) {
            heading = next.group(1);
        } else if (emptyUnless.matches()) {
            requireUsed();
            mark = emptyUnless.group(1);
        } else if (line.startsWith("<!-- empty-unless")) {
            throw new Unreadable(new Origin(file, heading), "a mark that is not the name of a scenario alone: " + line);
        }
    }

    private void block(String language, String text) {
        switch (language) {
            case "promql" -> add(new PromQl(next(), text, Scope.NONE, Reading.INSTANT));
            case "logql" -> add(new LogQl(next(), text, Scope.NONE, Reading.RANGE));
            case "traceql" -> add(new TraceQl(next(), text, Scope.NONE, Reading.RANGE));
            default -> {
                // not a query
            }
        }
    }

    private void add(Query query) {
        examples.add(new Example(query, mark));
        mark = "";
    }

    private Origin next() {
        int number = numbers.merge(heading, 1, Integer::sum);
        return new Origin(file, number == 1 ? heading : heading + " " + number);
    }

    private void requireUsed() {
        if (!mark.isEmpty()) {
            throw new Unreadable(new Origin(file, heading), "the mark '" + mark + "' stands before no query");
        }
    }
}
