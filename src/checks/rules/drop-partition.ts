import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const dropPartition = defineRule({
  code: "drop-partition",
  severity: "error",
  dialects: mysqlAndMariadb,
  title: "A partition is dropped with its rows",
  why: "All rows of the partition are lost. Copy them to where they may be found again, or EXCHANGE the partition with a table.",
  manual: { any: my("alter-table-partition-operations.html") },
  bad: ['op.execute("ALTER TABLE audit_log DROP PARTITION p2020");'],
  good: ['op.execute("ALTER TABLE audit_log COMMENT = \'one a line\'");'],
  action: { dropPartition: ({ keeps }, { table }) => (keeps ? undefined : { table, message: `A partition of "${table}" is dropped with its rows.` }) },
});
