/**
 * foreign key moves to a new table
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { foreignKey, integer, table, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const newTarget = table("new_target", { id: integer().primaryKey(), other: integer().notNull() });

export function upgrade(op: Operations) {
  op.dropConstraint("child", "fk_child_target");
  op.createTable(newTarget);
  op.dropTable("old_target");
  op.createForeignKey(
    "child",
    foreignKey("fk_child_target")
      .on("target_id")
      .references("new_target", ["id"], { onDelete: "cascade" }),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint("child", "fk_child_target");
  op.createTable("old_target", { id: integer().primaryKey() });
  op.dropTable("new_target");
  op.createForeignKey(
    "child",
    foreignKey("fk_child_target")
      .on("target_id")
      .references("old_target", ["id"], { onDelete: "cascade" }),
  );
}
