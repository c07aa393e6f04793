-- When each pseudonym was last seen, by whichever replica; rows older than the window are deleted.
CREATE TABLE active_users (
    pseudonym text        PRIMARY KEY,
    last_seen timestamptz NOT NULL
);

CREATE INDEX active_users_last_seen ON active_users (last_seen);
