/**
 * types of postgres
 *
 * Revision  0123456789ab
 * Revises   (base)
 * Created   2026-01-31T12:00:00Z
 */
import {
  enumeration,
  integer,
  interval,
  sql,
  sqlType,
  table,
  text,
  type Operations,
} from "graven/revision";

export const revision = "0123456789ab";
export const downRevision = null;
export const branchLabels: string[] = [];
export const dependsOn: string[] = [];

// Frozen stubs: the tables this revision touches, as they stand here. They never change with your models.
const mood = enumeration("mood", ["sad", "ok"]);
const sample = table("sample", {
  id: integer().primaryKey().identity({ generation: "always", start: 100, increment: 5 }),
  tags: text()
    .array()
    .notNull()
    .default(sql`'{}'`),
  moods: mood().array(),
  span: interval(),
  net: sqlType("inet"),
  big: sqlType("int8"),
});

export function upgrade(op: Operations) {
  op.createEnum(mood);
  op.createTable(sample);
}

export function downgrade(op: Operations) {
  op.dropTable("sample");
  op.dropEnum("mood");
}
