-- create table node
CREATE TABLE "node" (
  "tree" INTEGER NOT NULL,
  "id" INTEGER NOT NULL,
  "parent_id" INTEGER,
  CONSTRAINT "node_pkey" PRIMARY KEY ("tree", "id"),
  CONSTRAINT "node_parent" FOREIGN KEY ("tree", "parent_id") REFERENCES "node" ("tree", "id")
);

-- create table leaf
CREATE TABLE "leaf" (
  "id" INTEGER NOT NULL,
  "tree" INTEGER NOT NULL,
  "node" INTEGER NOT NULL,
  CONSTRAINT "leaf_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "leaf_tree_node_fkey" FOREIGN KEY ("tree", "node") REFERENCES "node" ("tree", "id") ON DELETE CASCADE
);
