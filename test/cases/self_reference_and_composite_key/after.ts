import { foreignKey, integer, primaryKey, table } from "graven/models";

export const node = table("node", {
  tree: integer().notNull(),
  id: integer().notNull(),
  parentId: integer("parent_id"),
}, (t) => [primaryKey().on(t.tree, t.id), foreignKey("node_parent").on(t.tree, t.parentId).references("node", ["tree", "id"])]);

export const leaf = table("leaf", {
  id: integer().primaryKey(),
  tree: integer().notNull(),
  node: integer().notNull(),
}, (t) => [foreignKey().on(t.tree, t.node).references(() => [node.tree, node.id], { onDelete: "cascade" })]);
