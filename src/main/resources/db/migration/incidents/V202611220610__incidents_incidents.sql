-- What happened to one service in one environment, from the first alert to its end.
CREATE TABLE incidents (
    id              uuid        PRIMARY KEY,
    environment     text        NOT NULL,
    service         text        NOT NULL,
    title           text        NOT NULL,
    sev             smallint    NOT NULL CHECK (sev BETWEEN 1 AND 4),
    status          text        NOT NULL,
    resumes_as      text        NOT NULL,
    opened_at       timestamptz NOT NULL,
    alerted_at      timestamptz NOT NULL,
    began_at        timestamptz,
    acknowledged_at timestamptz,
    mitigated_at    timestamptz,
    quiet_since     timestamptz,
    proposed_at     timestamptz,
    resolved_at     timestamptz,
    assignee        text,
    root_cause      text,
    resolution      text
);

COMMENT ON COLUMN incidents.resumes_as IS 'the status to go back to when alerts fire again while it is monitored';

-- one incident a group, however many notifications and replicas there are
CREATE UNIQUE INDEX incidents_one_open ON incidents (environment, service) WHERE status <> 'RESOLVED';
CREATE INDEX incidents_opened ON incidents (opened_at DESC, id);
CREATE INDEX incidents_quiet ON incidents (quiet_since) WHERE status = 'MONITORING' AND proposed_at IS NULL;

CREATE TABLE incident_alerts (
    incident_id  uuid        NOT NULL REFERENCES incidents (id),
    fingerprint  text        NOT NULL,
    starts_at    timestamptz NOT NULL,
    name         text        NOT NULL,
    severity     text        NOT NULL,
    sev          smallint    NOT NULL CHECK (sev BETWEEN 1 AND 4),
    summary      text        NOT NULL,
    description  text        NOT NULL,
    labels       jsonb       NOT NULL,
    group_key    text        NOT NULL,
    lags         boolean     NOT NULL,
    ended_at     timestamptz,
    end_heard_at timestamptz,
    PRIMARY KEY (incident_id, fingerprint, starts_at),
    CHECK ((ended_at IS NULL) = (end_heard_at IS NULL))
);

COMMENT ON COLUMN incident_alerts.group_key IS 'in which group its sender tells of it';
COMMENT ON COLUMN incident_alerts.lags IS 'tells what a trouble has cost, and goes on for long after its end';

CREATE INDEX incident_alerts_fingerprint ON incident_alerts (fingerprint);
CREATE INDEX incident_alerts_firing ON incident_alerts (incident_id) WHERE ended_at IS NULL;

CREATE TABLE incident_timeline (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id uuid        NOT NULL REFERENCES incidents (id),
    at          timestamptz NOT NULL,
    kind        text        NOT NULL,
    actor       text        NOT NULL,
    text        text        NOT NULL,
    detail      text,
    link        text
);

COMMENT ON COLUMN incident_timeline.detail IS 'words from outside, to be escaped wherever they are shown';

CREATE INDEX incident_timeline_incident ON incident_timeline (incident_id, at, id);

-- What is to be asked about a moment; whoever has the lease asks, and when it ends without an answer another does.
CREATE TABLE incident_evidence (
    incident_id uuid        NOT NULL REFERENCES incidents (id),
    moment      text        NOT NULL,
    at          timestamptz NOT NULL,
    attempts    integer     NOT NULL DEFAULT 0,
    lease_until timestamptz NOT NULL,
    done        boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (incident_id, moment)
);

CREATE INDEX incident_evidence_due ON incident_evidence (lease_until) WHERE NOT done;

CREATE TABLE incident_budgets (
    incident_id uuid             NOT NULL REFERENCES incidents (id),
    moment      text             NOT NULL,
    objective   text             NOT NULL,
    remaining   double precision NOT NULL,
    PRIMARY KEY (incident_id, moment, objective)
);
