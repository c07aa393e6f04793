package com.example.ops.incidents;

import static com.example.ops.incidents.Rows.instant;
import static com.example.ops.incidents.Rows.utc;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the alert pipeline was last heard, by any replica. */
@Repository
class Heartbeats {

    private static final String PIPELINE = "pipeline";

    private final JdbcClient jdbc;

    Heartbeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void heard(Instant at) {
        jdbc.sql("""
                        INSERT INTO heartbeats (name, heard_at) VALUES (?, ?)
                        ON CONFLICT (name) DO UPDATE SET heard_at = greatest(heartbeats.heard_at, excluded.heard_at)""").params(PIPELINE, utc(at)).update();
    }

    Optional<Instant> last() {
        return jdbc.sql("SELECT heard_at FROM heartbeats WHERE name = ?")
                .param(PIPELINE)
                .query((row, number) -> instant(row, "heard_at"))
                .optional();
    }
}
