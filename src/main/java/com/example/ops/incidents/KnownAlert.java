package com.example.ops.incidents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert that some incident of the group has.
 *
 * @param endHeardAt when its end was heard of, none while it fires
 */
record KnownAlert(
        IncidentId incident,
        String fingerprint,
        Instant startsAt,
        @Nullable Instant endedAt,
        @Nullable Instant endHeardAt) {

    boolean isFiring() {
        return endedAt == null;
    }
}
