import { defineRule, my, pg, servers } from "../rule.ts";

export const nontxMixed = defineRule({
  code: "nontx-mixed",
  severity: "info",
  dialects: servers,
  onNewTables: true,
  title: "A revision cannot be rolled back as a whole",
  why: "Where a statement commits by itself (CONCURRENTLY and its like on PostgreSQL, every DDL on MySQL) a failure after it leaves what is done. graven records how far it came and goes on from there, but nothing is taken back: give such a statement a revision of its own.",
  manual: { postgres: pg("sql-createindex.html"), mysql: my("implicit-commit.html") },
  bad: ['op.addColumn("users", "country", varchar(2)); op.withoutTransaction((op) => { op.execute("ANALYZE users"); }); op.addColumn("users", "city", varchar(80));'],
  good: ['op.addColumn("users", "country", varchar(2));'],
  revision: ({ steps, dialect }) => {
    if (!dialect.transactionalDdl) return steps.filter(({ effects }) => effects.locks.length || effects.algorithm).length > 1 ? { message: `${dialect.title} commits on every change of a table: a failure leaves those before it.` } : undefined;
    const alone = steps.find(({ transaction, statement }) => !transaction && statement.kind !== "transaction");
    return alone && steps.some(({ transaction }) => transaction) ? { operation: alone.operation, message: "This statement commits what stands before it: a failure later on takes back only what comes after." } : undefined;
  },
});
