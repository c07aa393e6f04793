package com.example.ops.incidents;

/** A moment of an incident that evidence is gathered about. */
enum Moment {
    OPENED,
    /** Its severity rose, or alerts fire again after it was calm: what is wrong now may be something else. */
    WORSENED,
    MITIGATED,
    RESOLVED
}
