package com.example.ops.incidents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** How incidents stand in the tables. */
final class Rows {

    static final RowMapper<Incident> INCIDENT = (row, number) -> incident(row);

    private Rows() {}

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
        return at == null ? null : utc(at);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Incident incident(ResultSet row) throws SQLException {
        return new Incident(
                new IncidentId(row.getObject("id", UUID.class)),
                new IncidentGroup(row.getString("environment"), row.getString("service")),
                row.getString("title"),
                new Sev(row.getInt("sev")),
                IncidentStatus.valueOf(row.getString("status")),
                IncidentStatus.valueOf(row.getString("resumes_as")),
                times(row),
                row.getString("assignee"),
                row.getString("root_cause"),
                row.getString("resolution"));
    }

    private static IncidentTimes times(ResultSet row) throws SQLException {
        return new IncidentTimes(
                instant(row, "opened_at"),
                instant(row, "alerted_at"),
                instantOrNull(row, "began_at"),
                instantOrNull(row, "acknowledged_at"),
                instantOrNull(row, "mitigated_at"),
                instantOrNull(row, "quiet_since"),
                instantOrNull(row, "proposed_at"),
                instantOrNull(row, "resolved_at"));
    }
}
