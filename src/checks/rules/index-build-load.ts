import { defineRule, pg, postgres } from "../rule.ts";

export const indexBuildLoad = defineRule({
  code: "index-build-load",
  severity: "off",
  dialects: postgres,
  title: "A concurrent index build loads the server for long",
  why: "It reads the table twice and waits for transactions that are older. Nothing is blocked, but disks and processors are busy: choose a quiet hour.",
  manual: { postgres: pg("sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY") },
  bad: ['op.createIndex("users", index("ix_users_status").on("status"), { online: true });'],
  good: ['op.dropIndex("users", "ix_users_name", { online: true });'],
  statement: { createIndex: ({ name, table, concurrently }) => (concurrently ? { table, message: `Building "${name}" reads "${table}" twice.` } : undefined) },
});
