import { defineRule, everywhere, lite, my, pg } from "../rule.ts";

export const dropTable = defineRule({
  code: "drop-table",
  severity: "error",
  dialects: everywhere,
  title: "A table is dropped with its rows",
  why: "The rows are lost, and a downgrade brings the table back empty. Code of the release before still reads it. First release code that uses it no more; rename it out of the way for a while; drop it later, once a query has shown that nobody misses it.",
  manual: { postgres: pg("sql-droptable.html"), mysql: my("drop-table.html"), mariadb: my("drop-table.html"), sqlite: lite("lang_droptable.html") },
  bad: ['op.dropTable("audit_log");', 'op.execute("DROP TABLE audit_log");'],
  good: ['op.renameTable("audit_log", "audit_log_unused");', 'op.createTable("draft", { id: integer().primaryKey() }); op.dropTable("draft");'],
  operation: { dropTable: ({ table }) => ({ table, message: `Table "${table}" is dropped with all its rows.`, safer: `op.renameTable(${JSON.stringify(table)}, ${JSON.stringify(`${table}_unused`)}); // drop it in a later revision` }) },
});
