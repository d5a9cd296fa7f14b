-- rename enum level to height
ALTER TYPE "level" RENAME TO "height";

-- rename constraint job_name of job to job_called
ALTER TABLE "job" RENAME CONSTRAINT "job_name" TO "job_called";

-- drop comment on constraint job.job_key
COMMENT ON CONSTRAINT "job_key" ON "job" IS NULL;

-- drop constraint job_city of job
ALTER TABLE "job" DROP CONSTRAINT "job_city";

-- drop constraint job_pay of job
ALTER TABLE "job" DROP CONSTRAINT "job_pay";

-- create check job_pay on job
ALTER TABLE "job" ADD CONSTRAINT "job_pay" CHECK (pay > 1);

-- drop column job.gone
ALTER TABLE "job" DROP COLUMN "gone";

-- create foreign key job_city on job
ALTER TABLE "job" ADD CONSTRAINT "job_city" FOREIGN KEY ("city") REFERENCES "shop"."city" ("id") ON DELETE CASCADE;

-- set the labels of enum mood to 'happy', 'sad'
ALTER TABLE "job" DROP CONSTRAINT "job_mood";

CREATE TYPE "mood_new" AS ENUM ('happy', 'sad');

ALTER TABLE "job" ALTER COLUMN "mood" TYPE "mood_new" USING "mood"::text::"mood_new";

DROP TYPE "mood";

ALTER TYPE "mood_new" RENAME TO "mood";

ALTER TABLE "job" ADD CONSTRAINT "job_mood" CHECK (mood <> 'sad');

COMMENT ON CONSTRAINT "job_mood" ON "job" IS 'Never sad';

COMMENT ON TYPE "mood" IS 'How one feels';

-- create comment on constraint job.job_city
COMMENT ON CONSTRAINT "job_city" ON "job" IS 'Where';

-- create comment on constraint job.job_pay
COMMENT ON CONSTRAINT "job_pay" ON "job" IS 'Nobody pays';

-- create comment on constraint shop.city.city_pkey
COMMENT ON CONSTRAINT "city_pkey" ON "shop"."city" IS 'By number';

-- replace comment on schema shop
COMMENT ON SCHEMA "shop" IS 'What is bought';

-- drop enum gone
DROP TYPE "gone";
