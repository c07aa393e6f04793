package com.example.ops.incidents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a timeline.
 *
 * @param actor the pseudonym of a person, or {@code system}
 * @param text words of ours
 * @param detail words from outside, to be escaped wherever they are shown
 * @param link an address of ours or of Grafana
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineEntry(
        Instant at,
        EntryKind kind,
        String actor,
        String text,
        @Nullable String detail,
        @Nullable String link) {

    static final String SYSTEM = "system";

    static TimelineEntry of(Instant at, EntryKind kind, String text, @Nullable String detail) {
        return new TimelineEntry(at, kind, SYSTEM, text, detail, null);
    }

    static TimelineEntry link(Instant at, EntryKind kind, String text, @Nullable String detail, String link) {
        return new TimelineEntry(at, kind, SYSTEM, text, detail, link);
    }
}
