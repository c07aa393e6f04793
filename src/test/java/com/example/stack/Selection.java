package com.example.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is chosen in the variables of a board. */
record Selection(Map<String, Choice> choices) {

    static final Selection NONE = new Selection(Map.of());

    /**
     * What is chosen in one.
     *
     * @param raw put in as it is: an all value of the board's own
     */
    record Choice(List<String> values, boolean isList, boolean raw) {

        static Choice one(String value) {
            return new Choice(List.of(value), false, false);
        }

        static Choice list(List<String> values) {
            return new Choice(List.copyOf(values), true, false);
        }

        static Choice raw(String value) {
            return new Choice(List.of(value), false, true);
        }
    }

    Selection plus(String name, Choice choice) {
        Map<String, Choice> more = new LinkedHashMap<>(choices);
        more.put(name, choice);
        return new Selection(more);
    }

    @Override
    public String toString() {
        return choices.entrySet().stream()
                .map(choice -> choice.getKey() + "="
                        + String.join("|", choice.getValue().values()))
                .collect(Collectors.joining(" "));
    }
}
