/**
 * parent and child dropped together
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { foreignKey, integer, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("stays", "stays_parent_id_fkey");
  op.dropTable("child");
  op.dropTable("parent");
  op.dropColumn("stays", "parent_id");
}

export function downgrade(op: Operations) {
  op.addColumn("stays", "parent_id", integer());
  op.createTable("parent", { id: integer().primaryKey().autoIncrement() });
  op.createTable("child", {
    id: integer().primaryKey().autoIncrement(),
    parent_id: integer().notNull().references("parent.id"),
  });
  op.createForeignKey(
    "stays",
    foreignKey("stays_parent_id_fkey").on("parent_id").references("parent", ["id"]),
  );
}
