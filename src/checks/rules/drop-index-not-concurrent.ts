import { defineRule, pg, postgres } from "../rule.ts";

export const dropIndexNotConcurrent = defineRule({
  code: "drop-index-not-concurrent",
  severity: "warn",
  dialects: postgres,
  title: "An index is dropped under a lock that keeps everybody out",
  why: "DROP INDEX takes ACCESS EXCLUSIVE on the table and waits for every query before it, and all that come later wait behind it. CONCURRENTLY waits without a queue.",
  manual: { postgres: pg("sql-dropindex.html") },
  bad: ['op.dropIndex("users", "ix_users_name");', 'op.execute("DROP INDEX ix_users_name");'],
  good: ['op.dropIndex("users", "ix_users_name", { online: true });'],
  statement: {
    dropIndex: ({ indexes, concurrently }, { effects, isNew }) => {
      const table = effects.locks[0]?.table;
      return concurrently || (table !== undefined && isNew(table)) ? undefined : { ...(table !== undefined && { table }), message: `Dropping "${indexes.join(", ")}" keeps everybody out of ${table === undefined ? "its table" : `"${table}"`} for a moment, and queues up behind long queries.`, safer: `op.dropIndex(${JSON.stringify(table ?? "…")}, ${JSON.stringify(indexes[0])}, { online: true });` };
    },
  },
});
