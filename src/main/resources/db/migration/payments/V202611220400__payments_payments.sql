CREATE TABLE payments (
  id             uuid        PRIMARY KEY,
  payable_id     uuid        NOT NULL,
  payer          text        NOT NULL,
  amount         bigint      NOT NULL CHECK (amount > 0),
  currency       char(3)     NOT NULL,
  status         text        NOT NULL,
  decline_reason text,
  token          text,
  gateway_id     text,
  created_at     timestamptz NOT NULL,
  settled_at     timestamptz,
  checks         int         NOT NULL DEFAULT 0,
  next_check_at  timestamptz NOT NULL,
  CHECK (status <> 'PENDING' OR token IS NOT NULL),
  CHECK (status = 'PENDING' OR token IS NULL)
);

COMMENT ON COLUMN payments.token IS 'only while pending: then the charge may have to be sent again';

-- never charged twice: at most one payment of a thing is pending or captured
CREATE UNIQUE INDEX payments_one_live ON payments (payable_id) WHERE status IN ('PENDING', 'CAPTURED');
CREATE INDEX payments_pending ON payments (next_check_at) WHERE status = 'PENDING';

CREATE TABLE refunds (
  id            uuid        PRIMARY KEY,
  payment_id    uuid        NOT NULL REFERENCES payments (id),
  requested_by  text        NOT NULL,
  amount        bigint      NOT NULL CHECK (amount > 0),
  currency      char(3)     NOT NULL,
  status        text        NOT NULL,
  created_at    timestamptz NOT NULL,
  settled_at    timestamptz,
  checks        int         NOT NULL DEFAULT 0,
  next_check_at timestamptz NOT NULL
);

CREATE INDEX refunds_payment ON refunds (payment_id);
CREATE INDEX refunds_pending ON refunds (next_check_at) WHERE status = 'PENDING';
