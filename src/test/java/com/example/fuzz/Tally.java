package com.example.fuzz;

import com.example.fuzz.FuzzCase.Kind;
import com.example.shop.testing.RawAnswer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What came back, by kind, operation and status. Thread-safe. */
final class Tally {

    private static final int SHOWN = 400;

    private static final int MOST_COMPLAINTS = 30;

    private final Map<Kind, Integer> kinds = new TreeMap<>();
    private final Map<String, Map<Integer, Integer>> statuses = new TreeMap<>();
    private final Map<String, Set<Integer>> undocumented = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();
    private int requests;
    private int broken;

    synchronized void count(FuzzCase sent, RawAnswer answer) {
        requests++;
        kinds.merge(sent.kind(), 1, Integer::sum);
        String operation = sent.namesItsOperation() ? sent.operation().name() : "(anything)";
        statuses.computeIfAbsent(operation, name -> new TreeMap<>()).merge(answer.status(), 1, Integer::sum);
    }

    synchronized void undocumented(FuzzCase sent, RawAnswer answer) {
        boolean fresh = undocumented
                .computeIfAbsent(
                        sent.namesItsOperation() ? sent.operation().name() : "(anything)", name -> new TreeSet<>())
                .add(answer.status());
        if (fresh) {
            complain("not documented: " + answer.status(), sent, answer);
        }
    }

    synchronized void broken(FuzzCase sent, RawAnswer answer) {
        broken++;
        complain("broken", sent, answer);
    }

    synchronized void complain(String what, FuzzCase sent, RawAnswer answer) {
        if (complaints.size() < MOST_COMPLAINTS) {
            complaints.add("%s, %s %s: %d %s%n  to %s"
                    .formatted(
                            what,
                            sent.kind(),
                            sent.operation().name(),
                            answer.status(),
                            shown(answer.body()),
                            shown(new String(sent.bytes(), StandardCharsets.ISO_8859_1))));
        }
    }

    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    synchronized Map<String, Set<Integer>> undocumented() {
        return new TreeMap<>(undocumented);
    }

    /** How often an operation answered with a status, to requests that name it. */
    synchronized int answers(ApiOperation operation, int status) {
        return statuses.getOrDefault(operation.name(), Map.of()).getOrDefault(status, 0);
    }

    synchronized Map<String, Object> figures(long seed) {
        Map<String, Object> figures = new TreeMap<>();
        figures.put("seed", seed);
        figures.put("requests", requests);
        figures.put("kinds", new TreeMap<>(kinds));
        figures.put("answers", new TreeMap<>(statuses));
        figures.put("server_errors", broken);
        figures.put("undocumented", new TreeMap<>(undocumented));
        figures.put("complaints", complaints.size());
        return figures;
    }

    synchronized String table() {
        return statuses.entrySet().stream()
                .map(operation -> "  %-40s %s".formatted(operation.getKey(), operation.getValue()))
                .collect(Collectors.joining("\n", requests + " requests, " + kinds + "\n", ""));
    }

    private static String shown(String text) {
        String line = text.replace("\r\n", "\u2424")
                .replaceAll("\\p{Cntrl}", "\ufffd")
                .replaceAll("Bearer [\\w-]{20,}[\\w.-]*", "Bearer ...");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
    }
}
