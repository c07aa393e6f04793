package com.example.ops.incidents;

import static com.example.ops.incidents.Rows.instant;
import static com.example.ops.incidents.Rows.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is still to be asked about incidents, in the database, so that it outlives whoever was about to ask. */
@Repository
class EvidenceJobs {

    /** Longer than all backends together take to say nothing. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient jdbc;

    EvidenceJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A claim on a piece of work; the attempts tell whose.
     *
     * @param at the moment that is asked about
     */
    record Job(IncidentId incident, Moment moment, Instant at, int attempts) {}

    /** Of a moment that comes again, the last counts. */
    void due(IncidentId incident, Moment moment, Instant at) {
        jdbc.sql("""
                        INSERT INTO incident_evidence (incident_id, moment, at, lease_until) VALUES (?, ?, ?, ?)
                        ON CONFLICT (incident_id, moment)
                        DO UPDATE SET at = excluded.at, attempts = 0, lease_until = excluded.lease_until, done = false""").params(incident.value(), moment.name(), utc(at), utc(at)).update();
    }

    Optional<Job> claim(Instant now) {
        return jdbc.sql("""
                        UPDATE incident_evidence SET attempts = attempts + 1, lease_until = :until
                        WHERE (incident_id, moment) IN (
                            SELECT incident_id, moment FROM incident_evidence WHERE NOT done AND lease_until <= :now
                            ORDER BY at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING incident_id, moment, at, attempts""")
                .param("until", utc(now.plus(LEASE)))
                .param("now", utc(now))
                .query((row, number) -> new Job(
                        new IncidentId(row.getObject("incident_id", UUID.class)),
                        Moment.valueOf(row.getString("moment")),
                        instant(row, "at"),
                        row.getInt("attempts")))
                .optional();
    }

    /** False when the claim ended before, so that what was found is thrown away. */
    boolean finish(Job job) {
        return jdbc.sql("""
                        UPDATE incident_evidence SET done = true
                        WHERE incident_id = ? AND moment = ? AND at = ? AND attempts = ? AND NOT done""")
                        .params(job.incident().value(), job.moment().name(), utc(job.at()), job.attempts())
                        .update()
                == 1;
    }

    void keep(Job job, Map<String, Double> budgets) {
        budgets.forEach((objective, remaining) -> jdbc.sql("""
                        INSERT INTO incident_budgets (incident_id, moment, objective, remaining) VALUES (?, ?, ?, ?)
                        ON CONFLICT (incident_id, moment, objective) DO UPDATE SET remaining = excluded.remaining""")
                .params(job.incident().value(), job.moment().name(), objective, remaining)
                .update());
    }

    /** What was left of each error budget at the moment, 1 for all of it. */
    Map<String, Double> budgets(IncidentId incident, Moment moment) {
        Map<String, Double> budgets = new TreeMap<>();
        jdbc.sql("SELECT objective, remaining FROM incident_budgets WHERE incident_id = ? AND moment = ?")
                .params(incident.value(), moment.name())
                .query(row -> {
                    budgets.put(row.getString("objective"), row.getDouble("remaining"));
                });
        return budgets;
    }
}
