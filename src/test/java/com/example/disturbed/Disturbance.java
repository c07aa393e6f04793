package com.example.disturbed;

import com.example.testing.MoodyCollector.Mood;

/** What is taken away from telemetry, and the meter that counts what is lost by it. */
enum Disturbance {
    COLLECTOR_ABSENT("collector absent: connection refused", Mood.ABSENT, Lost.FAILED_SPANS, 1_000),
    COLLECTOR_REFUSES("collector refuses: 503 and 429", Mood.REFUSES, Lost.FAILED_SPANS, 1_000),
    COLLECTOR_HANGS("collector hangs: accepts and never reads", Mood.HANGS, Lost.DROPPED_SPANS, 5_000),
    COLLECTOR_DRIPS("collector answers with 1 byte/s", Mood.DRIPS, Lost.DROPPED_SPANS, 5_000),
    STDOUT_BLOCKED("stdout blocked: a full pipe", Mood.TAKES, Lost.LINES, 10_000),
    DISK_FULL("log file and temporary folder on a full disk", Mood.TAKES, Lost.LINES, 1_000);

    private final String meaning;
    private final Mood mood;
    private final Lost lost;
    private final long fills;

    Disturbance(String meaning, Mood mood, Lost lost, long fills) {
        this.meaning = meaning;
        this.mood = mood;
        this.lost = lost;
        this.fills = fills;
    }

    String meaning() {
        return meaning;
    }

    Mood mood() {
        return mood;
    }

    Lost lost() {
        return lost;
    }

    /** So many requests leave every queue full that it fills; from then on it costs what it costs for good. */
    long fills() {
        return fills;
    }

    /** A series that counts. */
    enum Lost {
        FAILED_SPANS("telemetry_spans_exported_spans_total", "outcome=\"failure\""),
        DROPPED_SPANS("telemetry_spans_dropped_spans_total", ""),
        LINES("telemetry_log_lines_dropped_lines_total", "");

        private final String meter;
        private final String label;

        Lost(String meter, String label) {
            this.meter = meter;
            this.label = label;
        }

        String meter() {
            return meter;
        }

        String label() {
            return label;
        }
    }
}
