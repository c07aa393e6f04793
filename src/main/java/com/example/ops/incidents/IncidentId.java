package com.example.ops.incidents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of an incident. */
public record IncidentId(@JsonValue UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
