package com.example.platform.audit;

import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The append-only table; a trigger refuses any change to what it holds. */
class AuditTable {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void append(AuditRecord entry) {
        jdbc.sql("""
                        INSERT INTO audit_events (id, at, action, actor, target, facts, trace_id)
                        VALUES (:id, :at, :action, :actor, :target, CAST(:facts AS jsonb), :trace)""")
                .param("id", entry.id())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("action", entry.action())
                .param("actor", entry.actor())
                .param("target", entry.target())
                .param("facts", json.writeValueAsString(entry.facts()))
                .param("trace", entry.traceId())
                .update();
    }
}
