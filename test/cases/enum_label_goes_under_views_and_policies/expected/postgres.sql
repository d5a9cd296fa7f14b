-- drop policy person.sad
DROP POLICY "sad" ON "person";

-- drop materializedView counted
DROP MATERIALIZED VIEW "counted";

-- drop view moody
DROP VIEW "moody";

-- alter column person.mood (default)
ALTER TABLE "person" ALTER COLUMN "mood" SET DEFAULT 'sad';

-- set the labels of enum mood to 'happy', 'sad'
DROP INDEX "person_sad";

CREATE TYPE "mood_new" AS ENUM ('happy', 'sad');

ALTER TABLE "person" ALTER COLUMN "mood" DROP DEFAULT;

ALTER TABLE "person" ALTER COLUMN "mood" TYPE "mood_new" USING (CASE "mood"::text WHEN 'ok' THEN 'sad' ELSE "mood"::text END)::"mood_new";

ALTER TABLE "person" ALTER COLUMN "moods" TYPE "mood_new"[] USING (array_replace("moods"::text[], 'ok', 'sad'))::"mood_new"[];

DROP TYPE "mood";

ALTER TYPE "mood_new" RENAME TO "mood";

ALTER TABLE "person" ALTER COLUMN "mood" SET DEFAULT 'sad';

CREATE INDEX "person_sad" ON "person" ("id") WHERE mood = 'sad';

-- create view moody
CREATE VIEW "moody" AS
SELECT id, mood FROM person WHERE mood <> 'happy';

-- create materializedView counted
CREATE MATERIALIZED VIEW "counted" AS
SELECT mood, count(*) AS n FROM moody GROUP BY mood;

-- create policy person.sad
CREATE POLICY "sad" ON "person" USING (mood <> 'sad');
