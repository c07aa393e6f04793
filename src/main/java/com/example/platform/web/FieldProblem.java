package com.example.platform.web;

/**
 * What is wrong with one field; the value it had is left out.
 *
 * @param field the name in our own documentation, never one that the caller made up
 * @param reason a word of {@link FieldReason}
 */
record FieldProblem(String field, String reason) {}
