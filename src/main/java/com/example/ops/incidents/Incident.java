package com.example.ops.incidents;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * An incident. It knows what alerts and people do to it; title, assignee, root cause and resolution are words from
 * outside.
 *
 * @param title the name of its worst alert, the first of them
 * @param resumesAs the status to go back to when alerts fire again
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Incident(
        IncidentId id,
        @JsonUnwrapped IncidentGroup group,
        String title,
        Sev sev,
        IncidentStatus status,
        @JsonIgnore IncidentStatus resumesAs,
        @JsonUnwrapped IncidentTimes times,
        @Nullable String assignee,
        @Nullable String rootCause,
        @Nullable String resolution) {

    static Incident open(IncidentGroup group, String title, Sev sev, Instant now, Instant alertedAt) {
        IncidentStatus first = IncidentStatus.INVESTIGATING;
        IncidentTimes times = IncidentTimes.opened(now, alertedAt);
        return new Incident(
                new IncidentId(UUID.randomUUID()), group, title, sev, first, first, times, null, null, null);
    }

    /** Whether it has been quiet for long enough, so that a person may confirm its end. */
    @JsonProperty("resolution_proposed")
    public boolean isResolutionProposed() {
        return status == IncidentStatus.MONITORING && times.proposedAt() != null;
    }

    /** Alerts fire that did not before; when all of them lag behind what they tell of, that may be over nonetheless. */
    Incident fires(String name, Sev worst, boolean lag) {
        boolean isWorse = worst.compareTo(sev) < 0;
        Incident worse = new Incident(
                id,
                group,
                isWorse ? name : title,
                isWorse ? worst : sev,
                status,
                resumesAs,
                times,
                assignee,
                rootCause,
                resolution);
        boolean again = status == IncidentStatus.MONITORING && !lag;
        return again ? worse.in(resumesAs, times.goingOn()) : worse;
    }

    /** The trouble is over, as far as alerts tell. */
    Incident calms(Instant now) {
        if (status.isUnmitigated()) {
            return in(IncidentStatus.MONITORING, times.mitigated(now, now));
        }
        boolean news = status == IncidentStatus.MONITORING && times.quietSince() == null;
        return news ? in(status, times.quiet(now)) : this;
    }

    Incident proposes(Instant now) {
        return in(status, times.proposed(now));
    }

    /** A person moves it, to what must come next by the status. */
    Incident moves(IncidentStatus to, Instant now, boolean alertsFire) {
        if (!status.mayBecome(to)) {
            throw new IllegalStateException(status + " does not become " + to);
        }
        IncidentTimes seen = times.acknowledged(now);
        return switch (to) {
            case MONITORING -> in(to, seen.mitigated(now, alertsFire ? null : now));
            case RESOLVED -> in(to, seen.resolved(now));
            case INVESTIGATING, IDENTIFIED -> in(to, seen.goingOn());
        };
    }

    Incident acknowledged(Instant now) {
        return in(status, times.acknowledged(now));
    }

    Incident assigned(String who) {
        return new Incident(id, group, title, sev, status, resumesAs, times, who, rootCause, resolution);
    }

    /** When it began stays what somebody said before, unless it is said anew. */
    Incident concluded(String cause, String end, @Nullable Instant beganAt) {
        IncidentTimes known = beganAt == null ? times : times.began(beganAt);
        return new Incident(id, group, title, sev, status, resumesAs, known, assignee, cause, end);
    }

    private Incident in(IncidentStatus to, IncidentTimes at) {
        IncidentStatus resumed = status.isUnmitigated() ? status : resumesAs;
        return new Incident(id, group, title, sev, to, resumed, at, assignee, rootCause, resolution);
    }
}
