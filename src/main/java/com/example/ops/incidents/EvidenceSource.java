package com.example.ops.incidents;

import java.time.Instant;
import java.util.Set;

/** Someone who can tell something of a moment that may be some time ago. */
interface EvidenceSource {

    /** What to call it where it could not tell. */
    String name();

    Set<Moment> moments();

    /**
     * What it knows of the group at that time.
     *
     * @throws Asked.Silent when nobody answers
     */
    Evidence find(IncidentGroup group, Instant at);
}
