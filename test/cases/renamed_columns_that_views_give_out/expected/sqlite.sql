-- rename column person.name to title
ALTER TABLE "person" RENAME COLUMN "name" TO "title";

-- replace view kept
DROP VIEW "kept";

CREATE VIEW "kept" AS
SELECT p.id, p.title AS name FROM person p;
