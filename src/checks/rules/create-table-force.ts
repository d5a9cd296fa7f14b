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
  revision: ({ operations, steps }) => {
    const dropped = new Set<string>();
    const reports: { message: string; table: string; operation: number }[] = [];
    const made = [...operations.map(({ operation, index }) => ({ operation, index })), ...steps.flatMap((step) => (operations[step.operation]!.operation.kind === "execute" ? step.operations.map((operation) => ({ operation, index: step.operation })) : []))];
    for (const { operation, index } of made) {
      if (operation.kind === "dropTable") dropped.add(operation.table);
      if (operation.kind === "createTable" && dropped.has(keyOf(operation.table))) reports.push({ table: keyOf(operation.table), operation: index, message: `Table "${keyOf(operation.table)}" is dropped and made again: its rows are lost.` });
    }
    return reports;
  },
});
