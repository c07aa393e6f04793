-- Customers and the staff of the demo; the only table with names, e-mail addresses and passwords (hashed).
CREATE TABLE customers (
    id            uuid        PRIMARY KEY,
    subject       text        NOT NULL UNIQUE,
    name          text        NOT NULL,
    email         text        NOT NULL,
    email_key     text        NOT NULL UNIQUE,
    password_hash text        NOT NULL,
    roles         text[]      NOT NULL,
    created_at    timestamptz NOT NULL
);
