-- When the alert pipeline was last heard; one row, whichever replica heard it.
CREATE TABLE heartbeats (
    name     text        PRIMARY KEY,
    heard_at timestamptz NOT NULL
);
