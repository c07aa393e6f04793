package com.example.ops.incidents;

/** What an incident is about; there is at most one open for each. Both are words from outside. */
public record IncidentGroup(String environment, String service) {}
