package com.example.ops.incidents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** An alert of an incident; all its texts are words from outside. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncidentAlert(
        String name,
        String severity,
        Sev sev,
        String summary,
        String description,
        Map<String, String> labels,
        Instant startsAt,
        @Nullable Instant endedAt) {}
