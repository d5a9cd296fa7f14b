import { defineRule, pg, postgres } from "../rule.ts";

export const detachPartitionNotConcurrent = defineRule({
  code: "detach-partition-not-concurrent",
  severity: "error",
  dialects: postgres,
  title: "DETACH PARTITION keeps everybody out of the whole partitioned table",
  why: "It takes ACCESS EXCLUSIVE on the parent. CONCURRENTLY (from version 14 on) waits for running queries without a lock that others queue behind.",
  manual: { postgres: pg("sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION") },
  bad: ['op.execute("ALTER TABLE measure DETACH PARTITION measure_2020");'],
  good: ['op.withoutTransaction((op) => { op.execute("ALTER TABLE measure DETACH PARTITION measure_2020 CONCURRENTLY"); });'],
  action: { detachPartition: ({ partition, concurrently }, { table, version }) => (concurrently ? undefined : { table, message: `Detaching "${partition}" keeps everybody out of "${table}".`, ...(version >= 14 && { safer: `op.withoutTransaction((op) => {\n  op.execute("ALTER TABLE ${table} DETACH PARTITION ${partition} CONCURRENTLY");\n});` }) }) },
});
