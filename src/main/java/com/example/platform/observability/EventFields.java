package com.example.platform.observability;

import java.util.Locale;

/** The fields that the platform's own events add to their log lines. */
enum EventFields implements LogFieldDocumentation {
    ACTOR("who did what was audited: a pseudonym, or system"),
    AUDIT_ID("id of the row in the audit trail"),
    FACTS("what else the audit trail keeps of it"),
    LABEL("the label that ran away"),
    METER("the meter whose label ran away"),
    POLICY("the policy that refused the access"),
    REASON("why, from a closed set"),
    SETTINGS("names of settings that are other than when the image was built"),
    TARGET("what was acted on: a type and an id"),
    USERS("how many users, a number");

    private final String meaning;

    EventFields(String meaning) {
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
