-- The same in a file of SQL, at its line.

ALTER TABLE orders ADD COLUMN channel text;
CREATE INDEX ix_orders_channel
  ON orders (channel);
