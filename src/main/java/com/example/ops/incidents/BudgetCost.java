package com.example.ops.incidents;

import com.example.ops.MarkdownText;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an incident took from the error budgets.
 *
 * @param opened what was left before it was opened, 1 for all of a budget
 * @param over what was left when it was over, as far as that is known
 */
record BudgetCost(Map<String, Double> opened, Map<String, Double> over) {

    private static final String BEFORE = """
            Since %d minutes before it was opened, or since then where no figures of before are kept:

            """.formatted(BudgetBefore.EARLIER.toMinutes());

    static BudgetCost of(Map<String, Double> opened, Map<String, Double> mitigated, Map<String, Double> resolved) {
        Map<String, Double> latest = new TreeMap<>(mitigated);
        latest.putAll(resolved);
        return new BudgetCost(opened, latest);
    }

    String text() {
        if (opened.isEmpty()) {
            return "Not known: no error budget was recorded when it was opened.\n";
        }
        return opened.entrySet().stream()
                .map(budget -> line(budget.getKey(), budget.getValue()))
                .collect(Collectors.joining("", BEFORE, ""));
    }

    private String line(String objective, double before) {
        Double after = over.get(objective);
        if (after == null) {
            return String.format(
                    Locale.ROOT,
                    "- %s: %.2f %% of the budget was left; not known what is left after it%n",
                    MarkdownText.code(objective),
                    before * 100);
        }
        return String.format(
                Locale.ROOT,
                "- %s: **%.2f %%** of the budget spent, from %.2f %% left to %.2f %% left%n",
                MarkdownText.code(objective),
                // errors of a month ago that leave the window give some back meanwhile
                Math.max(0, before - after) * 100,
                before * 100,
                after * 100);
    }
}
