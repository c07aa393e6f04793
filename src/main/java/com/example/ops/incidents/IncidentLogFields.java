package com.example.ops.incidents;

import com.example.platform.observability.LogFieldDocumentation;
import java.util.Locale;

/** The fields that the events of incidents add to their log lines. */
enum IncidentLogFields implements LogFieldDocumentation {
    INCIDENT_ID("the incident"),
    SEV("how bad it is, 1 the worst, a number"),
    INCIDENT_STATUS("the status it has now"),
    BACKEND("who was asked for evidence");

    private final String meaning;

    IncidentLogFields(String meaning) {
        this.meaning = meaning;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String meaning() {
        return meaning;
    }
}
