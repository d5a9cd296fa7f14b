/**
 * foreign key columns become another kind
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { bigint, foreignKey, integer, uuid, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

export function upgrade(op: Operations) {
  op.dropConstraint("child", "child_b_fkey");
  op.dropConstraint("grandchild", "grandchild_a_b_fkey");
  op.dropConstraint("parent", "parent_up_fkey");
  op.alterColumn("child", "a", { type: bigint() });
  op.alterColumn("child", "b", { type: varchar(40) });
  op.alterColumn("grandchild", "a", { type: bigint() });
  op.alterColumn("grandchild", "b", { type: varchar(40) });
  op.alterColumn("parent", "id", { type: varchar(40) });
  op.alterColumn("parent", "up", { type: varchar(40) });
  op.createForeignKey(
    "child",
    foreignKey("child_b_fkey").on("b").references("parent", ["id"], { onDelete: "cascade" }),
  );
  op.createForeignKey(
    "grandchild",
    foreignKey("grandchild_a_b_fkey").on("a", "b").references("child", ["a", "b"]),
  );
  op.createForeignKey("parent", foreignKey("parent_up_fkey").on("up").references("parent", ["id"]));
}

export function downgrade(op: Operations) {
  op.dropConstraint("parent", "parent_up_fkey");
  op.dropConstraint("grandchild", "grandchild_a_b_fkey");
  op.dropConstraint("child", "child_b_fkey");
  op.alterColumn("parent", "up", { type: uuid() });
  op.alterColumn("parent", "id", { type: uuid() });
  op.alterColumn("grandchild", "b", { type: uuid() });
  op.alterColumn("grandchild", "a", { type: integer() });
  op.alterColumn("child", "b", { type: uuid() });
  op.alterColumn("child", "a", { type: integer() });
  op.createForeignKey("parent", foreignKey("parent_up_fkey").on("up").references("parent", ["id"]));
  op.createForeignKey(
    "grandchild",
    foreignKey("grandchild_a_b_fkey").on("a", "b").references("child", ["a", "b"]),
  );
  op.createForeignKey(
    "child",
    foreignKey("child_b_fkey").on("b").references("parent", ["id"], { onDelete: "cascade" }),
  );
}
