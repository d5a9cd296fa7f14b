-- rename table Select to Se\.lect"
ALTER TABLE "Select" RENAME TO "Se.lect""";

-- rename column Se\.lect".order by to o"rder
ALTER TABLE "Se.lect""" RENAME COLUMN "order by" TO "o""rder";

-- rename constraint uq 'one' of Se\.lect" to uq "1"
ALTER TABLE "Se.lect""" RENAME CONSTRAINT "uq 'one'" TO "uq ""1""";

-- rename constraint ck "two" of Se\.lect" to ck '2'
ALTER TABLE "Se.lect""" RENAME CONSTRAINT "ck ""two""" TO "ck '2'";

-- rename index ix.three of Se\.lect" to ix `3`
ALTER INDEX "ix.three" RENAME TO "ix `3`";

-- rename column a\.b c"d.Ref' to Ref.
ALTER TABLE "a.b c""d" RENAME COLUMN "Ref'" TO "Ref.";

-- rename constraint fk `four` of a\.b c"d to fk.4
ALTER TABLE "a.b c""d" RENAME CONSTRAINT "fk `four`" TO "fk.4";

COMMIT;

-- add label 'new 'one'' to enum say "when"
ALTER TYPE "say ""when""" ADD VALUE 'new ''one''' AFTER 'it''s';

BEGIN;

-- alter column Se\.lect".o"rder (type, default)
ALTER TABLE "Se.lect""" ALTER COLUMN "o""rder" DROP DEFAULT;

ALTER TABLE "Se.lect""" ALTER COLUMN "o""rder" TYPE varchar(40);

ALTER TABLE "Se.lect""" ALTER COLUMN "o""rder" SET DEFAULT '\';

-- alter column Se\.lect".group (default)
ALTER TABLE "Se.lect""" ALTER COLUMN "group" SET DEFAULT 'new ''one''';

-- alter column Se\.lect".ti`ck (nullable, default)
ALTER TABLE "Se.lect""" ALTER COLUMN "ti`ck" SET NOT NULL;

ALTER TABLE "Se.lect""" ALTER COLUMN "ti`ck" SET DEFAULT 0;

-- set the labels of enum say "when" to 'back\slash', 'it's', 'new 'one''
CREATE TYPE "say ""when""_new" AS ENUM ('back\slash', 'it''s', 'new ''one''');

ALTER TABLE "Se.lect""" ALTER COLUMN "group" DROP DEFAULT;

ALTER TABLE "Se.lect""" ALTER COLUMN "group" TYPE "say ""when""_new" USING "group"::text::"say ""when""_new";

DROP TYPE "say ""when""";

ALTER TYPE "say ""when""_new" RENAME TO "say ""when""";

ALTER TABLE "Se.lect""" ALTER COLUMN "group" SET DEFAULT 'new ''one''';
