COMMIT;

-- add label 'new' to enum mood
ALTER TYPE "mood" ADD VALUE 'new' BEFORE 'sad';

BEGIN;

-- set the labels of enum mood to 'new', 'ok', 'sad'
CREATE TYPE "mood_new" AS ENUM ('new', 'ok', 'sad');

ALTER TABLE "person" ALTER COLUMN "mood" TYPE "mood_new" USING "mood"::text::"mood_new";

DROP TYPE "mood";

ALTER TYPE "mood_new" RENAME TO "mood";
