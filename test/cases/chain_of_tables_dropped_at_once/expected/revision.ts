/**
 * chain of tables dropped at once
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
  op.dropConstraint("user_of_c", "user_of_c_ref_fkey");
  op.dropTable("c");
  op.dropTable("b");
  op.dropTable("a");
  op.dropTable("m");
  op.dropTable("z");
  op.dropColumn("user_of_c", "ref");
}

export function downgrade(op: Operations) {
  op.addColumn("user_of_c", "ref", integer());
  op.createTable("z", { id: integer().primaryKey(), ref: integer().references("stays.id") });
  op.createTable("m", {
    id: integer().primaryKey(),
    ref: integer().references("z.id", { onDelete: "cascade" }),
  });
  op.createTable("a", {
    id: integer().primaryKey(),
    ref: integer().references("m.id"),
    second: integer().references("z.id"),
  });
  op.createTable("b", {
    id: integer().primaryKey(),
    ref: integer().references("a.id"),
    other: integer().references("z.id"),
  });
  op.createTable("c", { id: integer().primaryKey().references("b.id") });
  op.createForeignKey(
    "user_of_c",
    foreignKey("user_of_c_ref_fkey").on("ref").references("c", ["id"]),
  );
}
