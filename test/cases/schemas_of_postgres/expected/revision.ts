/**
 * schemas of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import { enumeration, integer, table, type Operations } from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const kind = enumeration("kind", ["a", "b"], { schema: "auth" });
const session = table(
  "session",
  { id: integer().primaryKey(), user_id: integer().references("user.id"), kind: kind().notNull() },
  { schema: "auth" },
);

export function upgrade(op: Operations) {
  op.createSchema("auth");
  op.createEnum(kind);
  op.createTable(session);
}

export function downgrade(op: Operations) {
  op.dropTable("auth.session");
  op.dropEnum("auth.kind");
  op.dropSchema("auth");
}
