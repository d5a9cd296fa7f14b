import { defineRule, my, mysqlAndMariadb } from "../rule.ts";

export const columnPosition = defineRule({
  code: "column-position",
  severity: "info",
  dialects: mysqlAndMariadb,
  title: "A column is put at a place among the others",
  why: "MySQL before 8.0.29 writes the table anew for it, and moving a column that stands always does. The order of columns means nothing to a query that names them.",
  manual: { any: my("innodb-online-ddl-operations.html#online-ddl-column-operations") },
  bad: ['op.execute("ALTER TABLE users ADD COLUMN country char(2) AFTER email");'],
  good: ['op.execute("ALTER TABLE users ADD COLUMN country char(2)");'],
  action: {
    addColumn: ({ column }, { table }) => (column.placed ? { table, message: `Column "${column.name}" is put at a place among the columns of "${table}".` } : undefined),
    modifyColumn: ({ column }, { table }) => (column.placed ? { table, message: `Column "${column.name}" moves among the columns of "${table}".` } : undefined),
  },
});
