package com.example.platform.observability;

/** A documented field of log lines; enums that implement it are collected into {@code docs/telemetry.md}. */
public interface LogFieldDocumentation {

    /** The name of the field, in snake_case. */
    String key();

    /** What its value means, in a few words. */
    String meaning();
}
