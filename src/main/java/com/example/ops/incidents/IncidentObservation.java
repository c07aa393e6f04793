package com.example.ops.incidents;

import com.example.platform.observability.DescribedObservation;

/** The spans of incidents, and the timers of the same names. */
enum IncidentObservation implements DescribedObservation {
    EVIDENCE;

    @Override
    public String getName() {
        return "incident.evidence";
    }

    @Override
    public String meaning() {
        return "Asks the backends what they know of a moment of an incident";
    }
}
