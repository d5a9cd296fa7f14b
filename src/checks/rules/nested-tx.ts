import { defineRule, everywhere, pg } from "../rule.ts";

export const nestedTx = defineRule({
  code: "nested-tx",
  severity: "error",
  dialects: everywhere,
  title: "A revision begins or ends a transaction by itself",
  why: "graven runs the revision and its history row in one transaction. A COMMIT within it ends that one, and a failure afterwards leaves half a revision that no history tells of.",
  manual: { postgres: pg("sql-begin.html") },
  bad: ['op.execute("BEGIN; UPDATE users SET name = \'x\' WHERE id = 1; COMMIT");'],
  good: ['op.execute("UPDATE users SET name = \'x\' WHERE id = 1");'],
  statement: { transaction: ({ verb }, { transaction }) => (transaction ? { message: `${verb.toUpperCase()} within the revision's own transaction.` } : undefined) },
});
