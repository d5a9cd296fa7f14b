/**
 * constraints come and go
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { check, foreignKey, index, sql, unique, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("child", "child_parent_id_fkey");
  op.dropConstraint("child", "size_small");
  op.dropIndex("child", "ix_child_size");
  op.dropConstraint("child", "child_code_size");
  op.createIndex("child", index("ix_child_size").on("size", "code"));
  op.createCheck("child", check("size_small", sql`size < 1000`));
  op.createUnique("parent", unique("parent_code_key").on("code"));
  op.createForeignKey(
    "child",
    foreignKey("child_parent_code").on("code").references("parent", ["code"]),
  );
  op.createForeignKey(
    "child",
    foreignKey("child_parent_id_fkey")
      .on("parent_id")
      .references("parent", ["id"], { onDelete: "set null" }),
  );
}

export function downgrade(op: Operations) {
  op.dropConstraint("child", "child_parent_id_fkey");
  op.dropConstraint("child", "child_parent_code");
  op.dropConstraint("parent", "parent_code_key");
  op.dropConstraint("child", "size_small");
  op.dropIndex("child", "ix_child_size");
  op.createUnique("child", unique("child_code_size").on("code", "size"));
  op.createIndex("child", index("ix_child_size").on("size"));
  op.createCheck("child", check("size_small", sql`size < 100`));
  op.createForeignKey(
    "child",
    foreignKey("child_parent_id_fkey").on("parent_id").references("parent", ["id"]),
  );
}
