package com.example.ops.incidents;

/** A moment of an incident that evidence is gathered about. */
enum Moment {
    OPENED,
    MITIGATED,
    RESOLVED
}
