-- BEGIN and COMMIT are no steps by themselves.
-- On      postgres

BEGIN;
ALTER TABLE product ADD COLUMN stock integer;
ALTER TABLE product ADD COLUMN shelf integer;
COMMIT;
