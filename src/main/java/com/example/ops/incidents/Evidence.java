package com.example.ops.incidents;

import java.util.List;
import java.util.Map;

/**
 * What was found out.
 *
 * @param budgets what is left of each error budget, 1 for all of it
 */
record Evidence(List<TimelineEntry> entries, Map<String, Double> budgets) {

    static Evidence of(List<TimelineEntry> entries) {
        return new Evidence(entries, Map.of());
    }
}
