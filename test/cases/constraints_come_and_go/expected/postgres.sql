-- drop constraint child_parent_id_fkey of child
ALTER TABLE "child" DROP CONSTRAINT "child_parent_id_fkey";

-- drop constraint size_small of child
ALTER TABLE "child" DROP CONSTRAINT "size_small";

-- drop index ix_child_size of child
DROP INDEX "ix_child_size";

-- drop constraint child_code_size of child
ALTER TABLE "child" DROP CONSTRAINT "child_code_size";

-- create index ix_child_size on child
CREATE INDEX "ix_child_size" ON "child" ("size", "code");

-- create check size_small on child
ALTER TABLE "child" ADD CONSTRAINT "size_small" CHECK (size < 1000);

-- create unique constraint parent_code_key on parent
ALTER TABLE "parent" ADD CONSTRAINT "parent_code_key" UNIQUE ("code");

-- create foreign key child_parent_code on child
ALTER TABLE "child" ADD CONSTRAINT "child_parent_code" FOREIGN KEY ("code") REFERENCES "parent" ("code");

-- create foreign key child_parent_id_fkey on child
ALTER TABLE "child" ADD CONSTRAINT "child_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "parent" ("id") ON DELETE SET NULL;
