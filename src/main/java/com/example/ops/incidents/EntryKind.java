package com.example.ops.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a line of a timeline tells of. */
public enum EntryKind {
    ALERT,
    SEV,
    STATUS,
    PROPOSAL,
    ASSIGNMENT,
    NOTE,
    ACTION,
    CONCLUSION,
    VERSION,
    OBJECTIVE,
    ERRORS,
    TRACE,
    LINK,
    /** Something that could not be found out. */
    MISSING;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
