import { defineRule, pg, postgres } from "../rule.ts";

export const invalidIndexLeft = defineRule({
  code: "invalid-index-left",
  severity: "warn",
  dialects: postgres,
  title: "An invalid index of an earlier failure is taken for the real one",
  why: "A concurrent build that fails leaves an index that is INVALID: kept up to date and never used. IF NOT EXISTS finds its name and is content. `op.createIndex` with `{ online: true }` drops such a remnant and builds anew.",
  manual: { postgres: pg("sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY") },
  bad: ['op.withoutTransaction((op) => { op.execute("CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_users_status ON users (status)"); });'],
  good: ['op.createIndex("users", index("ix_users_status").on("status"), { online: true });'],
  statement: { createIndex: ({ name, table, concurrently, ifNotExists }) => (concurrently && ifNotExists ? { table, message: `An invalid "${name}" of an earlier failure would be kept as it is.`, safer: `op.createIndex(${JSON.stringify(table)}, …, { online: true });` } : undefined) },
});
