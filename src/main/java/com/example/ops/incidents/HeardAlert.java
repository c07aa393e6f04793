package com.example.ops.incidents;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a notification tells of it, with its texts made fit to be kept.
 *
 * @param fingerprint tells one alert from another; of its labels
 * @param groupKey in which group its sender tells of it
 * @param endsAt when it ended; none while it fires
 */
record HeardAlert(
        IncidentGroup group,
        String fingerprint,
        String name,
        String severity,
        Sev sev,
        String summary,
        String description,
        Map<String, String> labels,
        String groupKey,
        Instant startsAt,
        @Nullable Instant endsAt) {

    /**
     * Whether it is about a budget, by its area: such an alert tells what a trouble has cost, and fires for hours or days after the
     * trouble is over.
     */
    boolean lags() {
        return "budget".equals(labels.get("area"));
    }

    boolean isFiring() {
        return endsAt == null;
    }
}
