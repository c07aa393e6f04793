package com.example.stack;

import com.example.stack.Selection.Choice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be selected in the variables of a board, by asking the variables' own queries. */
final class Selections {

    private static final String ALL = "$__all";

    private final Backends backends;
    private final Window window;
    private final Map<List<String>, List<String>> known = new HashMap<>();

    Selections(Backends backends, Window window) {
        this.backends = backends;
        this.window = window;
    }

    /** As the board opens; then with each other value of a variable that cannot take all. */
    Stream<Selection> of(List<Variable> variables) {
        Selection opened = resolve(variables, Map.of());
        Stream<Selection> others = variables.stream()
                .filter(variable -> variable.query().isPresent() && !variable.hasAll())
                .flatMap(variable -> options(variable, before(variables, variable, opened)).stream()
                        .filter(value ->
                                !opened.choices().get(variable.name()).values().contains(value))
                        .map(value -> resolve(variables, Map.of(variable.name(), value))));
        return Stream.concat(Stream.of(opened), others);
    }

    private Selection resolve(List<Variable> variables, Map<String, String> forced) {
        Selection selection = Selection.NONE;
        for (Variable variable : variables) {
            String value = forced.get(variable.name());
            Choice choice = value == null ? opened(variable, selection) : Choice.one(value);
            selection = selection.plus(variable.name(), choice);
        }
        return selection;
    }

    private Selection before(List<Variable> variables, Variable last, Selection selection) {
        return new Selection(variables.stream()
                .takeWhile(variable -> variable != last)
                .collect(Collectors.toMap(
                        Variable::name, variable -> selection.choices().get(variable.name()))));
    }

    private Choice opened(Variable variable, Selection before) {
        List<String> options = options(variable, before);
        List<String> current = variable.current();
        if (variable.hasAll() && (current.isEmpty() || current.contains(ALL))) {
            return variable.allValue().map(Choice::raw).orElse(Choice.list(options));
        }
        List<String> valid = current.stream().filter(options::contains).toList();
        List<String> chosen = valid.isEmpty() ? options.stream().limit(1).toList() : valid;
        if (variable.isMulti()) {
            return Choice.list(chosen);
        }
        return Choice.one(chosen.isEmpty() ? "" : chosen.getFirst());
    }

    private List<String> options(Variable variable, Selection before) {
        if (variable.query().isEmpty()) {
            return variable.written();
        }
        Query query = variable.query().get();
        Interpolation interpolation = new Interpolation(before, window, Map.of());
        List<String> key = List.of(variable.origin().toString(), interpolation.of(query));
        return known.computeIfAbsent(key, ignored -> variable.filter(backends.values(query, interpolation)));
    }
}
