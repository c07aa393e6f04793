package com.example.platform.observability;

import org.jspecify.annotations.Nullable;

/**
 * The execution of an SQL statement.
 *
 * @param text with placeholders
 * @param size how often it is executed at once: more than once in a batch
 */
record StatementCall(Database database, @Nullable String text, int size) {}
