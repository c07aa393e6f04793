package com.example.ops.incidents;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Alertmanager posts, as far as it is read: version 4 of its webhook. What it has besides is not looked at. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Notification(
        @Nullable String groupKey,
        @Nullable Integer truncatedAlerts,
        @NotNull List<@NotNull @Valid Alert> alerts) {

    /** Whether nothing fires in the group of which it tells, as far as anybody is to be told. */
    boolean isAllOver() {
        boolean whole = truncatedAlerts == null || truncatedAlerts == 0;
        return whole && alerts.stream().allMatch(alert -> alert.status().equals("resolved"));
    }

    /** One of them; {@code endsAt} means nothing while it fires. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Alert(
            @NotNull @Pattern(regexp = "firing|resolved") String status,
            @Nullable Map<String, @Nullable String> labels,
            @Nullable Map<String, @Nullable String> annotations,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String fingerprint) {}
}
