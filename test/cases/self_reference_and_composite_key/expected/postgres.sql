-- create table node
CREATE TABLE "node" (
  "tree" integer NOT NULL,
  "id" integer NOT NULL,
  "parent_id" integer,
  CONSTRAINT "node_pkey" PRIMARY KEY ("tree", "id"),
  CONSTRAINT "node_parent" FOREIGN KEY ("tree", "parent_id") REFERENCES "node" ("tree", "id")
);

-- create table leaf
CREATE TABLE "leaf" (
  "id" integer NOT NULL,
  "tree" integer NOT NULL,
  "node" integer NOT NULL,
  CONSTRAINT "leaf_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "leaf_tree_node_fkey" FOREIGN KEY ("tree", "node") REFERENCES "node" ("tree", "id") ON DELETE CASCADE
);
