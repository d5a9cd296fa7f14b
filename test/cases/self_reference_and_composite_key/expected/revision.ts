/**
 * self reference and composite key
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { foreignKey, integer, primaryKey, table, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const node = table(
  "node",
  { tree: integer().notNull(), id: integer().notNull(), parent_id: integer() },
  (t) => [
    primaryKey().on(t.tree, t.id),
    foreignKey("node_parent").on(t.tree, t.parent_id).references("node", ["tree", "id"]),
  ],
);
const leaf = table(
  "leaf",
  { id: integer().primaryKey(), tree: integer().notNull(), node: integer().notNull() },
  (t) => [
    foreignKey().on(t.tree, t.node).references("node", ["tree", "id"], { onDelete: "cascade" }),
  ],
);

export function upgrade(op: Operations) {
  op.createTable(node);
  op.createTable(leaf);
}

export function downgrade(op: Operations) {
  op.dropTable("leaf");
  op.dropTable("node");
}
