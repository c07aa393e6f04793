package com.example.ops.incidents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * When an incident became what it is.
 *
 * @param openedAt when the first notification came
 * @param alertedAt when the first alert began to fire
 * @param beganAt when the harm began, as a person found out
 * @param acknowledgedAt when a person first did something about it
 * @param mitigatedAt when it was last taken to be over; none while it goes on
 * @param quietSince since when no alert fires; none while one does
 * @param proposedAt since when its end is proposed
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncidentTimes(
        Instant openedAt,
        Instant alertedAt,
        @Nullable Instant beganAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant mitigatedAt,
        @Nullable Instant quietSince,
        @Nullable Instant proposedAt,
        @Nullable Instant resolvedAt) {

    static IncidentTimes opened(Instant now, Instant alertedAt) {
        return new IncidentTimes(now, alertedAt, null, null, null, null, null, null);
    }

    IncidentTimes began(@Nullable Instant at) {
        return new IncidentTimes(
                openedAt, alertedAt, at, acknowledgedAt, mitigatedAt, quietSince, proposedAt, resolvedAt);
    }

    /** The first time counts. */
    IncidentTimes acknowledged(Instant now) {
        Instant first = acknowledgedAt == null ? now : acknowledgedAt;
        return new IncidentTimes(openedAt, alertedAt, beganAt, first, mitigatedAt, quietSince, proposedAt, resolvedAt);
    }

    IncidentTimes mitigated(Instant now, @Nullable Instant quiet) {
        return new IncidentTimes(openedAt, alertedAt, beganAt, acknowledgedAt, now, quiet, null, null);
    }

    IncidentTimes goingOn() {
        return new IncidentTimes(openedAt, alertedAt, beganAt, acknowledgedAt, null, null, null, null);
    }

    IncidentTimes quiet(@Nullable Instant since) {
        return new IncidentTimes(openedAt, alertedAt, beganAt, acknowledgedAt, mitigatedAt, since, null, resolvedAt);
    }

    IncidentTimes proposed(Instant now) {
        return new IncidentTimes(
                openedAt, alertedAt, beganAt, acknowledgedAt, mitigatedAt, quietSince, now, resolvedAt);
    }

    IncidentTimes resolved(Instant now) {
        return new IncidentTimes(
                openedAt, alertedAt, beganAt, acknowledgedAt, mitigatedAt, quietSince, proposedAt, now);
    }
}
