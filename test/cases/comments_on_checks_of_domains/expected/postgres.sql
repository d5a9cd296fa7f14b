-- replace domain email
ALTER DOMAIN "email" DROP CONSTRAINT "email_at";

ALTER DOMAIN "email" DROP CONSTRAINT "email_short";

ALTER DOMAIN "email" ADD CONSTRAINT "email_at" CHECK (VALUE LIKE '%_@_%');

ALTER DOMAIN "email" ADD CONSTRAINT "email_plain" CHECK (VALUE NOT LIKE '% %');

COMMENT ON CONSTRAINT "email_at" ON DOMAIN "email" IS 'What all have';

COMMENT ON CONSTRAINT "email_long" ON DOMAIN "email" IS 'Some letters';

COMMENT ON CONSTRAINT "email_low" ON DOMAIN "email" IS NULL;

COMMENT ON CONSTRAINT "email_plain" ON DOMAIN "email" IS 'No spaces';

-- replace domain score
CREATE DOMAIN "score_new" AS bigint CONSTRAINT "score_positive" CHECK (VALUE > 0);

ALTER TABLE "person" ALTER COLUMN "score" TYPE "score_new" USING "score"::text::"score_new";

DROP DOMAIN "score";

ALTER DOMAIN "score_new" RENAME TO "score";

COMMENT ON CONSTRAINT "score_positive" ON DOMAIN "score" IS 'Nobody is below';
