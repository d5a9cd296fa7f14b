-- rename table node to branch
ALTER TABLE "node" RENAME TO "branch";

-- rename column branch.depth to level
ALTER TABLE "branch" RENAME COLUMN "depth" TO "level";
