import { defineRule, my, pg, servers } from "../rule.ts";

export const addSerialIdentityColumn = defineRule({
  code: "add-serial-identity-column",
  severity: "error",
  dialects: servers,
  title: "A column that counts up is added to a table that stands",
  why: "Every row is written to get its number, while nobody may write; which row gets which number is chance, so two servers that replay the statement differ.",
  manual: { postgres: pg("ddl-identity-columns.html"), mysql: my("innodb-online-ddl-operations.html#online-ddl-column-operations") },
  bad: ['op.execute("ALTER TABLE audit_log ADD COLUMN number int AUTO_INCREMENT UNIQUE");', 'op.execute("ALTER TABLE audit_log ADD COLUMN number serial");'],
  good: ['op.addColumn("audit_log", "number", integer());'],
  action: { addColumn: ({ column }, { table }) => (column.counts ? { table, message: `Adding "${column.name}", which counts up, writes every row of "${table}".` } : undefined) },
});
