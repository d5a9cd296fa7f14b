-- rename label 'big' of enum size to 'large'
ALTER TYPE "size" RENAME VALUE 'big' TO 'large';

COMMIT;

-- add label 'huge' to enum size
ALTER TYPE "size" ADD VALUE 'huge' BEFORE 'small';

BEGIN;

COMMIT;

-- add label 'tiny' to enum size
ALTER TYPE "size" ADD VALUE 'tiny' AFTER 'small';

BEGIN;

-- set the labels of enum size to 'huge', 'large', 'small', 'tiny'
ALTER TABLE "box" DROP CONSTRAINT "box_size_fkey";

ALTER TABLE "box" DROP CONSTRAINT "fk_box_shelf";

CREATE TYPE "size_new" AS ENUM ('huge', 'large', 'small', 'tiny');

ALTER TABLE "shelf" ALTER COLUMN "size" TYPE "size_new" USING "size"::text::"size_new";

ALTER TABLE "box" ALTER COLUMN "size" TYPE "size_new" USING "size"::text::"size_new";

ALTER TABLE "box" ALTER COLUMN "other" TYPE "size_new" USING "other"::text::"size_new";

DROP TYPE "size";

ALTER TYPE "size_new" RENAME TO "size";

ALTER TABLE "box" ADD CONSTRAINT "box_size_fkey" FOREIGN KEY ("size") REFERENCES "shelf" ("size");

ALTER TABLE "box" ADD CONSTRAINT "fk_box_shelf" FOREIGN KEY ("other", "number") REFERENCES "shelf" ("size", "number");
