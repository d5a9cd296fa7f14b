-- drop view best
DROP VIEW "best";

-- drop materializedView total
DROP MATERIALIZED VIEW "total";

-- alter column sale.pay (type)
ALTER TABLE "sale" ALTER COLUMN "pay" TYPE bigint;

-- replace materializedView kept
CREATE UNIQUE INDEX "kept_id" ON "kept" ("id");

ALTER MATERIALIZED VIEW "kept" SET (fillfactor = 80);

-- create materializedView total
CREATE MATERIALIZED VIEW "total" AS
SELECT shop, sum(pay) AS pay FROM sale GROUP BY shop;

CREATE UNIQUE INDEX "total_shop" ON "total" ("shop");

CREATE INDEX "total_pay" ON "total" ("pay");

COMMENT ON MATERIALIZED VIEW "total" IS 'By shop';

-- create view best
CREATE VIEW "best" AS
SELECT shop FROM total ORDER BY pay DESC LIMIT 1;
