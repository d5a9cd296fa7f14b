import { operationsInOrder } from "../operations-in-order.ts";
import { defineRule, everywhere, pg } from "../rule.ts";
import { keyOf } from "../../schema/key.ts";

export const createTableForce = defineRule({
  code: "create-table-force",
  severity: "error",
  dialects: everywhere,
  onNewTables: true,
  title: "A table is dropped and made again",
  why: "What stood there is replaced without a word. Change the table, or give the new one another name.",
  manual: { postgres: pg("sql-createtable.html") },
  bad: ['op.dropTable("audit_log"); op.createTable("audit_log", { id: integer().primaryKey(), line: text() });', 'op.execute("DROP TABLE IF EXISTS audit_log; CREATE TABLE audit_log (id integer)");'],
  good: ['op.createTable("audit_line", { id: integer().primaryKey(), line: text() });'],
  revision: (scene) => {
    const dropped = new Set<string>();
    const reports: { message: string; table: string; operation: number }[] = [];
    for (const { operation, index } of operationsInOrder(scene)) {
      if (operation.kind === "dropTable") dropped.add(operation.table);
      if (operation.kind === "createTable" && dropped.has(keyOf(operation.table))) reports.push({ table: keyOf(operation.table), operation: index, message: `Table "${keyOf(operation.table)}" is dropped and made again: its rows are lost.` });
    }
    return reports;
  },
});
