-- drop constraint fk_child_target of child
ALTER TABLE "child" DROP CONSTRAINT "fk_child_target";

-- create table new_target
CREATE TABLE "new_target" (
  "id" integer NOT NULL,
  "other" integer NOT NULL,
  CONSTRAINT "new_target_pkey" PRIMARY KEY ("id")
);

-- drop table old_target
DROP TABLE "old_target";

-- create foreign key fk_child_target on child
ALTER TABLE "child" ADD CONSTRAINT "fk_child_target" FOREIGN KEY ("target_id") REFERENCES "new_target" ("id") ON DELETE CASCADE;
