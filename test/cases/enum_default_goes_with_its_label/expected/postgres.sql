COMMIT;

-- add label 'great' to enum mood
ALTER TYPE "mood" ADD VALUE 'great' BEFORE 'sad';

BEGIN;

-- alter column person.mood (default)
ALTER TABLE "person" ALTER COLUMN "mood" SET DEFAULT 'great';

-- set the labels of enum mood to 'great', 'happy', 'ok'
CREATE TYPE "mood_new" AS ENUM ('great', 'happy', 'ok');

ALTER TABLE "person" ALTER COLUMN "mood" DROP DEFAULT;

ALTER TABLE "person" ALTER COLUMN "mood" TYPE "mood_new" USING (CASE "mood"::text WHEN 'sad' THEN 'ok' ELSE "mood"::text END)::"mood_new";

ALTER TABLE "person" ALTER COLUMN "former" DROP DEFAULT;

ALTER TABLE "person" ALTER COLUMN "former" TYPE "mood_new" USING (CASE "former"::text WHEN 'sad' THEN 'ok' ELSE "former"::text END)::"mood_new";

DROP TYPE "mood";

ALTER TYPE "mood_new" RENAME TO "mood";

ALTER TABLE "person" ALTER COLUMN "mood" SET DEFAULT 'great';

ALTER TABLE "person" ALTER COLUMN "former" SET DEFAULT 'ok';
