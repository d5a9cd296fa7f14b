import { defineRule, pg, postgres, type Report } from "../rule.ts";

export const concurrentlyInTx = defineRule({
  code: "concurrently-in-tx",
  severity: "warn",
  dialects: postgres,
  onNewTables: true,
  title: "A statement that refuses a transaction parts the revision's in two",
  why: "It runs alone, so the steps before it stand when it fails, and the revision has to be resumed. Give it a revision of its own, or say that it is meant so with `op.withoutTransaction`.",
  manual: { postgres: pg("sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY") },
  bad: ['op.addColumn("users", "seen", integer()); op.execute("CREATE INDEX CONCURRENTLY ix_users_seen ON users (seen)");', "op.execute(\"UPDATE users SET name = 'x'; VACUUM users\");"],
  good: ['op.execute("VACUUM users");', 'op.addColumn("users", "seen", integer()); op.withoutTransaction(() => { op.execute("CREATE INDEX CONCURRENTLY ix_users_seen ON users (seen)"); });', 'op.createIndex("users", index("ix_users_status").on("status"), { online: true });'],
  revision: ({ steps, operations }) => {
    if (!steps.some(({ transaction }) => transaction)) return undefined;
    return steps.flatMap(({ effects, isSql, operation, sql }): Report[] =>
      isSql && effects.outsideTransaction && operations[operation]!.transaction ? [{ operation, message: `${firstWords(sql)} runs outside the transaction of the other steps.`, safer: `op.withoutTransaction(() => {\n  op.execute(${JSON.stringify(sql)});\n});` }] : [],
    );
  },
});

function firstWords(sql: string): string {
  return sql.split(/\s+/).slice(0, 3).join(" ");
}
