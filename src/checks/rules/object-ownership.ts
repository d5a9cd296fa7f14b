import { defineRule, pg, postgres } from "../rule.ts";

export const objectOwnership = defineRule({
  code: "object-ownership",
  severity: "info",
  dialects: postgres,
  title: "A table gets another owner",
  why: "The owner alone may change it: the role that runs the next revision may not be the one.",
  manual: { postgres: pg("sql-altertable.html") },
  bad: ['op.execute("ALTER TABLE users OWNER TO somebody");'],
  good: ['op.execute("ALTER TABLE users SET (fillfactor = 80)");'],
  action: { owner: (_, { table }) => ({ table, message: `"${table}" gets another owner.` }) },
});
