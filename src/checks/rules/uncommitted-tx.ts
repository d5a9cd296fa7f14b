import { defineRule, everywhere, pg } from "../rule.ts";

export const uncommittedTx = defineRule({
  code: "uncommitted-tx",
  severity: "error",
  dialects: everywhere,
  title: "A transaction is begun and not ended",
  why: "What follows hangs in a transaction that nobody commits, and its locks stay.",
  manual: { postgres: pg("sql-commit.html") },
  bad: ['op.withoutTransaction((op) => { op.execute("BEGIN; UPDATE users SET name = \'x\' WHERE id = 1"); });'],
  good: ['op.withoutTransaction((op) => { op.execute("BEGIN; UPDATE users SET name = \'x\' WHERE id = 1; COMMIT"); });'],
  revision: ({ steps }) => {
    let open: number | undefined;
    for (const { statement, operation } of steps) if (statement.kind === "transaction") open = statement.verb === "begin" ? operation : undefined;
    return open === undefined ? undefined : { operation: open, message: "BEGIN without COMMIT." };
  },
});
