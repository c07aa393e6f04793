package com.example.ops.incidents;

import static com.example.ops.incidents.Rows.utc;
import static com.example.ops.incidents.Rows.utcOrNull;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The incidents in the database. */
@Repository
class IncidentTable {

    private final JdbcClient jdbc;

    IncidentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the group has an open one already, also one that another transaction was about to add. */
    boolean add(Incident incident) {
        return jdbc.sql("""
                        INSERT INTO incidents
                            (id, environment, service, title, sev, status, resumes_as, opened_at, alerted_at)
                        VALUES (:id, :environment, :service, :title, :sev, :status, :resumes, :opened, :alerted)
                        ON CONFLICT (environment, service) WHERE status <> 'RESOLVED' DO NOTHING""")
                        .param("id", incident.id().value())
                        .param("environment", incident.group().environment())
                        .param("service", incident.group().service())
                        .param("title", incident.title())
                        .param("sev", incident.sev().level())
                        .param("status", incident.status().name())
                        .param("resumes", incident.resumesAs().name())
                        .param("opened", utc(incident.times().openedAt()))
                        .param("alerted", utc(incident.times().alertedAt()))
                        .update()
                == 1;
    }

    /** The open one of the group, that nobody else changes before this transaction ends. */
    Optional<Incident> lockOpen(IncidentGroup group) {
        return jdbc.sql("""
                        SELECT * FROM incidents
                        WHERE environment = ? AND service = ? AND status <> 'RESOLVED' FOR UPDATE""")
                .params(group.environment(), group.service())
                .query(Rows.INCIDENT)
                .optional();
    }

    Optional<Incident> lock(IncidentId id) {
        return jdbc.sql("SELECT * FROM incidents WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query(Rows.INCIDENT)
                .optional();
    }

    /** One that is due to be proposed as over, locked; those that another replica holds are left to it. */
    Optional<Incident> lockQuiet(Instant since) {
        return jdbc.sql("""
                        SELECT * FROM incidents
                        WHERE status = 'MONITORING' AND proposed_at IS NULL AND quiet_since <= ?
                        ORDER BY quiet_since LIMIT 1 FOR UPDATE SKIP LOCKED""").param(utc(since)).query(Rows.INCIDENT).optional();
    }

    Optional<Incident> find(IncidentId id) {
        return jdbc.sql("SELECT * FROM incidents WHERE id = ?")
                .param(id.value())
                .query(Rows.INCIDENT)
                .optional();
    }

    /** The newest first, of one status or of all. */
    List<Incident> newest(@Nullable IncidentStatus status, int limit) {
        return jdbc.sql("""
                        SELECT * FROM incidents WHERE (:status::text IS NULL OR status = :status)
                        ORDER BY opened_at DESC, id LIMIT :limit""")
                .param("status", status == null ? null : status.name(), Types.VARCHAR)
                .param("limit", limit)
                .query(Rows.INCIDENT)
                .list();
    }

    List<Incident> resolved(int offset, int limit) {
        return jdbc.sql("""
                        SELECT * FROM incidents WHERE status = 'RESOLVED'
                        ORDER BY opened_at DESC, id LIMIT :limit OFFSET :offset""")
                .param("limit", limit)
                .param("offset", offset)
                .query(Rows.INCIDENT)
                .list();
    }

    void save(Incident incident) {
        IncidentTimes times = incident.times();
        jdbc.sql("""
                        UPDATE incidents SET title = :title, sev = :sev, status = :status, resumes_as = :resumes, began_at = :began,
                            acknowledged_at = :acknowledged, mitigated_at = :mitigated, quiet_since = :quiet,
                            proposed_at = :proposed, resolved_at = :resolved, assignee = :assignee,
                            root_cause = :cause, resolution = :resolution
                        WHERE id = :id""")
                .param("id", incident.id().value())
                .param("title", incident.title())
                .param("sev", incident.sev().level())
                .param("status", incident.status().name())
                .param("resumes", incident.resumesAs().name())
                .param("began", utcOrNull(times.beganAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("acknowledged", utcOrNull(times.acknowledgedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("mitigated", utcOrNull(times.mitigatedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("quiet", utcOrNull(times.quietSince()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("proposed", utcOrNull(times.proposedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("resolved", utcOrNull(times.resolvedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("assignee", incident.assignee(), Types.VARCHAR)
                .param("cause", incident.rootCause(), Types.VARCHAR)
                .param("resolution", incident.resolution(), Types.VARCHAR)
                .update();
    }

    /** How many are open, by how bad they are. */
    Map<Sev, Long> open() {
        Map<Sev, Long> open = new TreeMap<>();
        jdbc.sql("SELECT sev, count(*) AS number FROM incidents WHERE status <> 'RESOLVED' GROUP BY sev")
                .query(row -> {
                    open.put(new Sev(row.getInt("sev")), row.getLong("number"));
                });
        return open;
    }
}
