import { defineRule, pg, postgres } from "../rule.ts";

export const vacuumFullCluster = defineRule({
  code: "vacuum-full-cluster",
  severity: "error",
  dialects: postgres,
  title: "The table is packed while nobody may use it",
  why: "VACUUM FULL and CLUSTER write the table anew under ACCESS EXCLUSIVE. The extension pg_repack does the same beside running work.",
  manual: { postgres: pg("sql-vacuum.html") },
  bad: ['op.withoutTransaction((op) => { op.execute("VACUUM FULL users"); });', 'op.execute("CLUSTER users USING ix_users_name");'],
  good: ['op.withoutTransaction((op) => { op.execute("VACUUM ANALYZE users"); });'],
  statement: {
    vacuum: ({ full, table }) => (full ? { ...(table !== undefined && { table }), message: `VACUUM FULL keeps everybody out of ${table === undefined ? "one table after the other" : `"${table}"`}.`, safer: 'op.withoutTransaction((op) => {\n  op.execute("VACUUM (ANALYZE) …");\n});' } : undefined),
    cluster: ({ table }) => ({ ...(table !== undefined && { table }), message: `CLUSTER keeps everybody out of ${table === undefined ? "one table after the other" : `"${table}"`}.` }),
  },
});
