package com.example.platform.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the trail keeps it.
 *
 * @param actor the pseudonym of who did it, or {@code system}
 */
record AuditRecord(
        UUID id,
        Instant at,
        String action,
        String actor,
        String target,
        Map<String, Object> facts,
        @Nullable String traceId) {}
