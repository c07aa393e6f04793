package com.example.ops.incidents;

import static com.example.ops.incidents.Rows.instant;
import static com.example.ops.incidents.Rows.instantOrNull;
import static com.example.ops.incidents.Rows.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The alerts of incidents in the database. */
@Repository
class AlertTable {

    private final JdbcClient jdbc;

    private final NamedParameterJdbcOperations batches;

    private final JsonMapper json;

    AlertTable(JdbcClient jdbc, NamedParameterJdbcOperations batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
    }

    /** What all incidents of the group know of these alerts. */
    List<KnownAlert> known(IncidentGroup group, List<HeardAlert> heard) {
        return jdbc.sql("""
                        SELECT a.incident_id, a.fingerprint, a.starts_at, a.ended_at, a.end_heard_at
                        FROM incident_alerts a JOIN incidents i ON i.id = a.incident_id
                        WHERE i.environment = :environment AND i.service = :service
                          AND a.fingerprint = ANY (:fingerprints)""")
                .param("environment", group.environment())
                .param("service", group.service())
                .param(
                        "fingerprints",
                        heard.stream().map(HeardAlert::fingerprint).distinct().toArray(String[]::new))
                .query((row, number) -> new KnownAlert(
                        new IncidentId(row.getObject("incident_id", UUID.class)),
                        row.getString("fingerprint"),
                        instant(row, "starts_at"),
                        instantOrNull(row, "ended_at"),
                        instantOrNull(row, "end_heard_at")))
                .list();
    }

    /** One that this incident had before begins again. */
    void fire(IncidentId incident, List<HeardAlert> alerts) {
        batches.batchUpdate(
                """
                        INSERT INTO incident_alerts
                            (incident_id, fingerprint, starts_at, name, severity, sev, summary, description, labels,
                             group_key, lags)
                        VALUES (:incident, :fingerprint, :starts, :name, :severity, :sev, :summary, :description,
                                CAST(:labels AS jsonb), :groupKey, :lags)
                        ON CONFLICT (incident_id, fingerprint, starts_at)
                        DO UPDATE SET ended_at = NULL, end_heard_at = NULL""", alerts.stream().map(alert -> row(incident, alert)).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource row(IncidentId incident, HeardAlert alert) {
        return new MapSqlParameterSource()
                .addValue("incident", incident.value())
                .addValue("fingerprint", alert.fingerprint())
                .addValue("starts", utc(alert.startsAt()))
                .addValue("name", alert.name())
                .addValue("severity", alert.severity())
                .addValue("sev", alert.sev().level())
                .addValue("summary", alert.summary())
                .addValue("description", alert.description())
                .addValue("labels", json.writeValueAsString(alert.labels()))
                .addValue("groupKey", alert.groupKey())
                .addValue("lags", alert.lags());
    }

    /** In whichever incident of the group they fire, closed ones as well. */
    void end(IncidentGroup group, List<HeardAlert> alerts, Instant now) {
        batches.batchUpdate(
                """
                        UPDATE incident_alerts a SET ended_at = :ended, end_heard_at = :now
                        FROM incidents i
                        WHERE i.id = a.incident_id AND i.environment = :environment AND i.service = :service
                          AND a.fingerprint = :fingerprint AND a.ended_at IS NULL AND a.starts_at <= :ended""",
                alerts.stream()
                        .map(alert -> new MapSqlParameterSource()
                                .addValue("environment", group.environment())
                                .addValue("service", group.service())
                                .addValue("fingerprint", alert.fingerprint())
                                .addValue("ended", utc(Objects.requireNonNull(alert.endsAt())))
                                .addValue("now", utc(now)))
                        .toArray(SqlParameterSource[]::new));
    }

    /** Those that fire and of which their group does not tell any more; returns how many they are. */
    int endRest(IncidentId incident, String groupKey, Instant now) {
        return jdbc.sql("""
                        UPDATE incident_alerts SET ended_at = :now, end_heard_at = :now
                        WHERE incident_id = :incident AND group_key = :groupKey AND ended_at IS NULL""")
                .param("now", utc(now))
                .param("incident", incident.value())
                .param("groupKey", groupKey)
                .update();
    }

    Firing firing(IncidentId incident) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE ended_at IS NULL) AS firing,
                               count(*) FILTER (WHERE ended_at IS NULL AND NOT lags) AS symptoms,
                               count(*) FILTER (WHERE NOT lags) AS symptoms_ever
                        FROM incident_alerts WHERE incident_id = ?""")
                .param(incident.value())
                .query((row, number) ->
                        new Firing(row.getInt("firing"), row.getInt("symptoms"), row.getInt("symptoms_ever")))
                .single();
    }

    /** The worst and oldest of them. */
    List<IncidentAlert> of(IncidentId incident, int limit) {
        return jdbc.sql(
                        "SELECT * FROM incident_alerts WHERE incident_id = ? ORDER BY sev, starts_at, fingerprint LIMIT ?")
                .params(incident.value(), limit)
                .query((row, number) -> alert(row))
                .list();
    }

    private IncidentAlert alert(ResultSet row) throws SQLException {
        Map<String, String> labels = json.readValue(row.getString("labels"), new TypeReference<>() {});
        return new IncidentAlert(
                row.getString("name"),
                row.getString("severity"),
                new Sev(row.getInt("sev")),
                row.getString("summary"),
                row.getString("description"),
                labels,
                instant(row, "starts_at"),
                instantOrNull(row, "ended_at"));
    }
}
