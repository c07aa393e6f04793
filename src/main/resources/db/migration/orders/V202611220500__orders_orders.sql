CREATE TABLE orders (
  id         uuid        PRIMARY KEY,
  owner      text        NOT NULL,
  status     text        NOT NULL,
  total      bigint      NOT NULL CHECK (total > 0),
  currency   char(3)     NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  paid_at    timestamptz
);

CREATE INDEX orders_owner ON orders (owner, created_at DESC, id DESC);
CREATE INDEX orders_unpaid ON orders (expires_at) WHERE status = 'PENDING_PAYMENT';
CREATE INDEX orders_created ON orders (created_at);

CREATE TABLE order_lines (
  order_id   uuid    NOT NULL REFERENCES orders (id),
  position   int     NOT NULL,
  sku        text    NOT NULL,
  category   text    NOT NULL,
  quantity   int     NOT NULL CHECK (quantity > 0),
  unit_price bigint  NOT NULL CHECK (unit_price > 0),
  PRIMARY KEY (order_id, position)
);

COMMENT ON COLUMN order_lines.unit_price IS 'minor units of the currency of the order, as it was when the order was placed';
