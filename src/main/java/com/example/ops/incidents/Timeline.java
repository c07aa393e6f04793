package com.example.ops.incidents;

import static com.example.ops.incidents.Rows.instant;
import static com.example.ops.incidents.Rows.utc;

import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The timelines of incidents in the database. */
@Repository
class Timeline {

    /** A storm of alerts does not bury the rest: behind so many lines about alerts there are no more of them. */
    static final int MOST_ALERTS = 100;

    private final JdbcClient jdbc;

    Timeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(IncidentId incident, TimelineEntry entry) {
        jdbc.sql("""
                        INSERT INTO incident_timeline (incident_id, at, kind, actor, text, detail, link)
                        VALUES (:incident, :at, :kind, :actor, :text, :detail, :link)""")
                .param("incident", incident.value())
                .param("at", utc(entry.at()))
                .param("kind", entry.kind().name())
                .param("actor", entry.actor())
                .param("text", entry.text())
                .param("detail", entry.detail(), Types.VARCHAR)
                .param("link", entry.link(), Types.VARCHAR)
                .update();
    }

    void addAll(IncidentId incident, List<TimelineEntry> entries) {
        entries.forEach(entry -> add(incident, entry));
    }

    int alerts(IncidentId incident) {
        return jdbc.sql("SELECT count(*) FROM incident_timeline WHERE incident_id = ? AND kind = 'ALERT'")
                .param(incident.value())
                .query(Integer.class)
                .single();
    }

    List<TimelineEntry> of(IncidentId incident) {
        return jdbc.sql("SELECT * FROM incident_timeline WHERE incident_id = ? ORDER BY at, id")
                .param(incident.value())
                .query((row, number) -> new TimelineEntry(
                        instant(row, "at"),
                        EntryKind.valueOf(row.getString("kind")),
                        row.getString("actor"),
                        row.getString("text"),
                        row.getString("detail"),
                        row.getString("link")))
                .list();
    }
}
