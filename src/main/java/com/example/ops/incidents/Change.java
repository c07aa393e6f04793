package com.example.ops.incidents;

/** What became of something that a person did to an incident. */
public sealed interface Change {

    record Done(Incident incident) implements Change {}

    record NoSuchIncident() implements Change {}

    /** The status does not become the other by any hand. */
    record IllegalMove(IncidentStatus from, IncidentStatus to) implements Change {}
}
