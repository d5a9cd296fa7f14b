import { defineRule, pg, postgres, type Report } from "../rule.ts";

export const concurrentlyInTx = defineRule({
  code: "concurrently-in-tx",
  severity: "error",
  dialects: postgres,
  onNewTables: true,
  title: "A statement that refuses a transaction stands in one",
  why: "The server answers with an error, and the revision is rolled back. Put it into `op.withoutTransaction`, or use the operation with `{ online: true }`, which does so by itself.",
  manual: { postgres: pg("sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY") },
  bad: ['op.execute("CREATE INDEX CONCURRENTLY ix_users_status ON users (status)");', 'op.execute("VACUUM users");'],
  good: ['op.withoutTransaction((op) => { op.execute("CREATE INDEX CONCURRENTLY ix_users_status ON users (status)"); });', 'op.createIndex("users", index("ix_users_status").on("status"), { online: true });'],
  revision: ({ steps }) => steps.flatMap(({ effects, transaction, operation, sql }): Report[] => (effects.outsideTransaction && transaction ? [{ operation, message: `${firstWords(sql)} refuses a transaction.`, safer: `op.withoutTransaction((op) => {\n  op.execute(${JSON.stringify(sql)});\n});` }] : [])),
});

function firstWords(sql: string): string {
  return sql.split(/\s+/).slice(0, 3).join(" ");
}
