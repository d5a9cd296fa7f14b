import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const mysqlExpressionDefault = defineRule({
  code: "mysql-expression-default",
  severity: "error",
  dialects: mysqlAndMariadb,
  title: "A new column's default is an expression, so the table is copied",
  why: "It is worked out for every row, in a copy during which nobody writes. Add the column without it, set the default, fill the rows in batches. A literal costs nothing.",
  manual: { any: my("innodb-online-ddl-operations.html#online-ddl-column-operations") },
  bad: ['op.addColumn("users", "token", varchar(36).default(sql`(uuid())`));'],
  good: ['op.addColumn("users", "token", varchar(36).default("none"));'],
  action: { addColumn: ({ column }, { table, effects }) => (column.default !== undefined && !column.counts && column.generated === undefined && effects.algorithm === "COPY" ? { table, message: `"${table}" is copied to work out the default of "${column.name}" for every row.` } : undefined) },
});
