package com.example.ops.incidents;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** An incident with what is known of it. */
public record IncidentDetails(
        @JsonUnwrapped Incident incident,
        List<IncidentAlert> alerts,
        List<IncidentLink> links,
        List<TimelineEntry> timeline) {}
