-- Who did what to what, under pseudonyms; nothing here can be changed or taken away again.
CREATE TABLE audit_events (
    id       uuid        PRIMARY KEY,
    at       timestamptz NOT NULL,
    action   text        NOT NULL,
    actor    text        NOT NULL,
    target   text        NOT NULL,
    facts    jsonb       NOT NULL,
    trace_id text
);

CREATE INDEX audit_events_at ON audit_events (at);

CREATE FUNCTION audit_events_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit_events is append-only';
END
$$;

CREATE TRIGGER audit_events_append_only
    BEFORE UPDATE OR DELETE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION audit_events_refuse_change();

CREATE TRIGGER audit_events_no_truncate
    BEFORE TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_events_refuse_change();
