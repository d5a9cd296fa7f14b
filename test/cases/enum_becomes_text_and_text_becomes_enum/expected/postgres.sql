-- alter column person.first (type)
ALTER TABLE "person" ALTER COLUMN "first" DROP DEFAULT;

ALTER TABLE "person" ALTER COLUMN "first" TYPE varchar(20) USING "first"::varchar(20);

ALTER TABLE "person" ALTER COLUMN "first" SET DEFAULT 'it''s ok';

-- alter column person.second (type)
ALTER TABLE "person" ALTER COLUMN "second" DROP DEFAULT;

ALTER TABLE "person" ALTER COLUMN "second" TYPE "mood" USING "second"::"mood";

ALTER TABLE "person" ALTER COLUMN "second" SET DEFAULT 'sad';
