import { defineRule, pg, postgres } from "../rule.ts";

export const objectOwnership = defineRule({
  code: "object-ownership",
  severity: "info",
  dialects: postgres,
  title: "A table or another object gets another owner",
  why: "The owner alone may change it: the role that runs the next revision may not be the one.",
  manual: { postgres: pg("sql-altertable.html") },
  bad: ['op.execute("ALTER VIEW recent OWNER TO somebody");', 'op.execute("REASSIGN OWNED BY somebody TO another");', 'op.execute("ALTER TABLE users OWNER TO somebody");'],
  good: ['op.execute("ALTER TABLE users SET (fillfactor = 80)");'],
  statement: {
    alter: ({ noun, name, words }) => (/\bOWNER TO\b/i.test(words) ? { message: `${noun[0]!.toUpperCase()}${noun.slice(1)} "${name}" gets another owner.` } : undefined),
    other: ({ verb }) => (verb === "REASSIGN" ? { message: "All that one role owns gets another owner." } : undefined),
  },
  action: { owner: (_, { table }) => ({ table, message: `"${table}" gets another owner.` }) },
});
