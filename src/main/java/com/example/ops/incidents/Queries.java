package com.example.ops.incidents;

/** What is asked about a group; its words from outside stand in quotes that they cannot leave. */
final class Queries {

    /** Many programs that are not ours say {@code msg}. */
    private static final String ERRORS = """
            topk(5, sum by (level, error_type, message) (count_over_time(%s \
            | json error_type="error_type", message="message", msg="msg" | __error__="" \
            | label_format message=`{{or .message .msg}}` [15m])))""";

    private Queries() {}

    /** A string literal, the same in PromQL, LogQL and TraceQL. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    static String complaints(IncidentGroup group) {
        return "{service=%s, environment=%s, level=~\"error|warn\"}"
                .formatted(quoted(group.service()), quoted(group.environment()));
    }

    static String errorTypes(IncidentGroup group) {
        return ERRORS.formatted(complaints(group));
    }

    static String tracedComplaints(IncidentGroup group) {
        return complaints(group) + " | trace_id!=\"\"";
    }

    static String versions(IncidentGroup group) {
        return "count by (version) (process_uptime_seconds{%s})".formatted(selection(group));
    }

    /** Of what was there within the last quarter of an hour, also of what is gone. */
    static String latestVersions(IncidentGroup group) {
        return "count by (version) (last_over_time(process_uptime_seconds{%s}[15m]))".formatted(selection(group));
    }

    private static String selection(IncidentGroup group) {
        return "service=%s, environment=%s".formatted(quoted(group.service()), quoted(group.environment()));
    }
}
