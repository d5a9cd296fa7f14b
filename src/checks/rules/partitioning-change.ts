import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const partitioningChange = defineRule({
  code: "partitioning-change",
  severity: "warn",
  dialects: mysqlAndMariadb,
  title: "The partitions of a table change",
  why: "PARTITION BY and REMOVE PARTITIONING copy the table while nobody may write.",
  manual: { any: my("alter-table-partition-operations.html") },
  bad: ['op.execute("ALTER TABLE audit_log REMOVE PARTITIONING");'],
  good: ['op.execute("ALTER TABLE audit_log ADD PARTITION (PARTITION p3 VALUES LESS THAN (4000))");', 'op.execute("ALTER TABLE audit_log COMMENT = \'one a line\'");'],
  action: { partitioning: ({ edge }, { table }) => (edge ? undefined : { table, message: `"${table}" is copied into other partitions.` }) },
});
