import { defineRule, pg, postgres } from "../rule.ts";

export const reindexNotConcurrent = defineRule({
  code: "reindex-not-concurrent",
  severity: "error",
  dialects: postgres,
  title: "REINDEX keeps writers out",
  why: "The table takes no writes until it is done. REINDEX CONCURRENTLY (from version 12 on) builds the new index beside the old one.",
  manual: { postgres: pg("sql-reindex.html#SQL-REINDEX-CONCURRENTLY") },
  bad: ['op.execute("REINDEX TABLE users");'],
  good: ['op.withoutTransaction((op) => { op.execute("REINDEX TABLE CONCURRENTLY users"); });'],
  statement: { reindex: ({ what, name, concurrently }, { version }) => (concurrently ? undefined : { message: `REINDEX of ${what} "${name}" keeps writers out until it is done.`, ...(version >= 12 && { safer: `op.withoutTransaction((op) => {\n  op.execute("REINDEX ${what.toUpperCase()} CONCURRENTLY ${name}");\n});` }) }) },
});
