import { defineRule, pg, postgres } from "../rule.ts";

export const addExclusion = defineRule({
  code: "add-exclusion",
  severity: "error",
  dialects: postgres,
  title: "An exclusion constraint is built while nobody may use the table",
  why: "It has no NOT VALID, and no index of its own can be handed to it. Make a new table with it and move the rows, or choose a quiet hour.",
  manual: { postgres: pg("sql-createtable.html#SQL-CREATETABLE-EXCLUDE") },
  bad: ['op.execute("ALTER TABLE users ADD CONSTRAINT no_overlap EXCLUDE USING gist (name WITH =)");'],
  good: ['op.execute("ALTER TABLE users ADD CONSTRAINT some_check CHECK (id > 0) NOT VALID");'],
  action: { addConstraint: ({ constraint }, { table }) => (constraint.kind === "exclusion" ? { table, message: `Nobody may read or write "${table}" while "${constraint.name ?? ""}" is built.` } : undefined) },
});
