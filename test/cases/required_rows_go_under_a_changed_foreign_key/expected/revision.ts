/**
 * required rows go under a changed foreign key
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { foreignKey, table, varchar, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const role = table("role", { name: varchar(20) });

export function upgrade(op: Operations) {
  op.dropConstraint("member", "member_role_id_fkey");
  op.createForeignKey(
    "member",
    foreignKey("member_role_id_fkey")
      .on("role_id")
      .references("role", ["id"], { onDelete: "set null" }),
  );
  op.deleteRows(role, { key: "name", required: true }, [{ name: "guest" }], {
    was: [{ name: "guest" }],
  });
}

export function downgrade(op: Operations) {
  op.bulkInsert(role, [{ name: "guest" }], { key: "name", required: true });
  op.dropConstraint("member", "member_role_id_fkey");
  op.createForeignKey(
    "member",
    foreignKey("member_role_id_fkey").on("role_id").references("role", ["id"]),
  );
}
