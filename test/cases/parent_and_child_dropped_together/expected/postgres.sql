-- drop constraint stays_parent_id_fkey of stays
ALTER TABLE "stays" DROP CONSTRAINT "stays_parent_id_fkey";

-- drop table child
DROP TABLE "child";

-- drop table parent
DROP TABLE "parent";

-- drop column stays.parent_id
ALTER TABLE "stays" DROP COLUMN "parent_id";
