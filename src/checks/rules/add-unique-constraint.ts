import { defineRule, pg, postgres } from "../rule.ts";

export const addUniqueConstraint = defineRule({
  code: "add-unique-constraint",
  severity: "error",
  dialects: postgres,
  title: "A unique constraint builds its index while nobody may use the table",
  why: "It takes ACCESS EXCLUSIVE until the index is built. Build a unique index CONCURRENTLY, and make it the constraint's with USING INDEX, which is done at once.",
  manual: { postgres: pg("sql-altertable.html#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT-USING-INDEX") },
  bad: ['op.createUnique("users", unique("users_name_key").on("name"));'],
  good: ['op.createUnique("users", unique("users_name_key").on("name"), { online: true });', 'op.execute("ALTER TABLE users ADD CONSTRAINT users_name_key UNIQUE USING INDEX ix_users_name");'],
  action: { addConstraint: ({ constraint }, { table }) => (constraint.kind === "unique" && constraint.usingIndex === undefined ? { table, message: `Nobody may read or write "${table}" while the index of "${constraint.name ?? ""}" is built.`, safer: `op.createUnique(${JSON.stringify(table)}, …, { online: true });` } : undefined) },
});
