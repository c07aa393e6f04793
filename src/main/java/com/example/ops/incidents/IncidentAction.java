package com.example.ops.incidents;

import com.example.platform.audit.Auditable;
import java.util.Map;

/**
 * Something done to an incident, by a person or by the application itself.
 *
 * @param actor the subject of the person's token, or {@code system}
 */
record IncidentAction(String action, String actor, IncidentId incident, Map<String, Object> facts)
        implements Auditable {

    @Override
    public String target() {
        return "incident/" + incident;
    }
}
