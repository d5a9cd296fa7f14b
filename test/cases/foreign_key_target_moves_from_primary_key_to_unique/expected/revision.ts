/**
 * foreign key target moves from primary key to unique
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { foreignKey, primaryKey, unique, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("child", "child_parent_id_fkey");
  op.dropConstraint("parent", "parent_pkey");
  op.createPrimaryKey("parent", primaryKey("parent_number").on("number"));
  op.createUnique("parent", unique("parent_id_key").on("id"));
  op.createForeignKey(
    "child",
    foreignKey("child_parent_id_fkey")
      .on("parent_id")
      .references("parent", ["id"], { onDelete: "cascade" }),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint("child", "child_parent_id_fkey");
  op.dropConstraint("parent", "parent_id_key");
  op.dropConstraint("parent", "parent_number");
  op.createPrimaryKey("parent", primaryKey("parent_pkey").on("id"));
  op.createForeignKey(
    "child",
    foreignKey("child_parent_id_fkey")
      .on("parent_id")
      .references("parent", ["id"], { onDelete: "cascade" }),
  );
}
