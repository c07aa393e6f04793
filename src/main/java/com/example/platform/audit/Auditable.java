package com.example.platform.audit;

import java.util.Map;

/**
 * An application event that the audit trail keeps: published with {@code ApplicationEventPublisher}, its row is written
 * in the publisher's transaction and its log line after the commit.
 */
public interface Auditable {

    /** What was done, from a closed set in code, e.g. {@code logger.level}. */
    String action();

    /** Who did it: the subject of the token, or {@code system}; stored as its pseudonym. */
    String actor();

    /** What it was done to: a type and an id, e.g. {@code logger/com.example}. */
    String target();

    /** Further facts, none of them personal or secret. */
    Map<String, Object> facts();
}
