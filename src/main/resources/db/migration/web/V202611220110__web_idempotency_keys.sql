-- One row a key: claimed while the call runs, completed with the answer that later calls are given.
CREATE TABLE idempotency_keys (
    subject      text        NOT NULL,
    operation    text        NOT NULL,
    key_hash     bytea       NOT NULL,
    content_hash bytea       NOT NULL,
    reference    uuid        NOT NULL,
    owner        uuid        NOT NULL,
    lease_until  timestamptz NOT NULL,
    status       integer,
    headers      jsonb,
    body         bytea,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    PRIMARY KEY (subject, operation, key_hash),
    CHECK ((status IS NULL) = (body IS NULL) AND (status IS NULL) = (headers IS NULL))
);

CREATE INDEX idempotency_keys_expiry ON idempotency_keys (expires_at);
