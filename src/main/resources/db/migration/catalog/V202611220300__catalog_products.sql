CREATE TABLE products (
  sku      text   PRIMARY KEY,
  name     text   NOT NULL,
  category text   NOT NULL,
  price    bigint NOT NULL CHECK (price > 0),
  currency char(3) NOT NULL
);

COMMENT ON COLUMN products.price IS 'minor units of the currency';
