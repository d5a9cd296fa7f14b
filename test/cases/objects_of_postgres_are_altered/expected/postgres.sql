-- drop view user_of_used
DROP VIEW "user_of_used";

-- drop view used
DROP VIEW "used";

-- replace domain level
ALTER DOMAIN "level" DROP CONSTRAINT "level_odd";

ALTER DOMAIN "level" RENAME CONSTRAINT "level_low" TO "level_least";

ALTER DOMAIN "level" VALIDATE CONSTRAINT "level_high";

ALTER DOMAIN "level" ADD CONSTRAINT "level_odd" CHECK (VALUE <> 7);

COMMENT ON CONSTRAINT "level_odd" ON DOMAIN "level" IS 'Odd';

-- replace materializedView total
ALTER MATERIALIZED VIEW "total" RENAME COLUMN "number" TO "n";

ALTER INDEX "total_number" RENAME TO "total_n";

COMMENT ON INDEX "total_name" IS 'By name';

COMMENT ON COLUMN "total"."n" IS 'The number';

-- replace operator ===(text, text)
ALTER OPERATOR === (text, text) SET (RESTRICT = eqsel, JOIN = eqjoinsel);

-- replace policy item.own
ALTER POLICY "own" ON "item" WITH CHECK (size < 100);

-- replace view changed
ALTER VIEW "changed" RENAME COLUMN "number" TO "n";

CREATE OR REPLACE VIEW "changed" AS
SELECT id AS n, name, size FROM item WHERE size > 1;

-- replace view checked
ALTER VIEW "checked" RESET (security_barrier);

ALTER VIEW "checked" SET (check_option = cascaded);

-- replace view counted
ALTER VIEW "counted" SET (security_barrier = true);

-- replace view guarded
ALTER VIEW "guarded" SET (security_barrier = true);

COMMENT ON VIEW "guarded" IS 'Guarded';

-- replace view listed
ALTER VIEW "listed" RENAME COLUMN "b" TO "c";

-- replace view named
ALTER VIEW "named" RENAME COLUMN "number" TO "the number";

-- create view used
CREATE VIEW "used" AS
SELECT id AS n FROM item;

-- create view user_of_used
CREATE VIEW "user_of_used" AS
SELECT * FROM used;
