-- drop policy doc.small
DROP POLICY "small" ON "doc";

-- drop policy doc.gone
DROP POLICY "gone" ON "doc";

-- alter column doc.size (type)
ALTER TABLE "doc" ALTER COLUMN "size" TYPE bigint;

-- alter table doc (rowSecurity)
ALTER TABLE "doc" FORCE ROW LEVEL SECURITY;

-- alter table open (rowSecurity)
ALTER TABLE "open" ENABLE ROW LEVEL SECURITY;

-- replace policy doc.own
ALTER POLICY "own" ON "doc" USING (owner = current_user OR owner IS NULL) WITH CHECK (owner = current_user);

COMMENT ON POLICY "own" ON "doc" IS 'Each their own';

-- create policy doc.small
CREATE POLICY "small" ON "doc" AS RESTRICTIVE FOR SELECT USING (size < 10);

-- create policy open.all_of_it
CREATE POLICY "all_of_it" ON "open";
