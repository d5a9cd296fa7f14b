-- drop rangeType hours
DROP TYPE "hours";

-- replace domain email
ALTER DOMAIN "email" SET DEFAULT 'a@b';

ALTER DOMAIN "email" DROP CONSTRAINT "email_at";

ALTER DOMAIN "email" ADD CONSTRAINT "email_at" CHECK (VALUE LIKE '%@%.%' OR VALUE = 'a@b');

ALTER DOMAIN "email" SET NOT NULL;

COMMENT ON DOMAIN "email" IS 'A mailbox';

-- replace compositeType address
CREATE TYPE "address_new" AS ("street" varchar(80), "zip" varchar(5), "country" text);

ALTER TABLE "person" ALTER COLUMN "home" TYPE "address_new" USING "home"::text::"address_new";

DROP TYPE "address";

ALTER TYPE "address_new" RENAME TO "address";

-- create domain age
CREATE DOMAIN "age" AS integer CONSTRAINT "age_check" CHECK (VALUE BETWEEN 0 AND 150);

-- add column person.age
ALTER TABLE "person" ADD COLUMN "age" age;

-- create rangeType span
CREATE TYPE "span" AS RANGE (SUBTYPE = age);
