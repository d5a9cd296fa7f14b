-- set the labels of enum mood to 'ok', 'sad', 'happy'
CREATE TYPE "mood_new" AS ENUM ('ok', 'sad', 'happy');

ALTER TABLE "person" ALTER COLUMN "mood" DROP DEFAULT;

ALTER TABLE "person" ALTER COLUMN "mood" TYPE "mood_new" USING "mood"::text::"mood_new";

ALTER TABLE "person" ALTER COLUMN "last" TYPE "mood_new" USING "last"::text::"mood_new";

DROP TYPE "mood";

ALTER TYPE "mood_new" RENAME TO "mood";

ALTER TABLE "person" ALTER COLUMN "mood" SET DEFAULT 'ok';
