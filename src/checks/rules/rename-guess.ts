import { keyOf } from "../../schema/key.ts";
import { columnNamed } from "../../schema/find.ts";
import { sameJson } from "../../base/json.ts";
import { defineRule, everywhere, type Report } from "../rule.ts";

export const renameGuess = defineRule({
  code: "rename-guess",
  severity: "error",
  dialects: everywhere,
  title: "Something goes while its like comes: is it a rename?",
  why: "A column that is dropped beside one of the same type that is added, or a table beside one with the same columns, is most often a rename, and loses all values. `gen revision --rename old:new` writes the rename; where it really is none, say so with a graven-allow comment.",
  bad: ['op.addColumn("users", "biography", text()); op.dropColumn("users", "bio");', 'op.createTable("log_line", { id: integer().notNull(), message: text() }); op.dropTable("audit_log");'],
  good: ['op.renameColumn("users", "bio", "biography");', 'op.addColumn("users", "visits", integer()); op.dropColumn("users", "bio");', 'op.addColumn("users", "biography", text()); op.backfill("users", { set: { biography: sql`bio` } }); op.dropColumn("users", "bio");'],
  revision: ({ operations, isNew }) => {
    const reports: Report[] = [];
    for (const { operation: dropped, index, before } of operations) {
      if ((dropped.kind === "dropColumn" || dropped.kind === "dropTable") && isNew(dropped.table)) continue;
      if (dropped.kind === "dropColumn") {
        const column = before.tables[dropped.table] && columnNamed(before.tables[dropped.table]!, dropped.column);
        const like = operations.find(({ operation }) => operation.kind === "addColumn" && operation.table === dropped.table && operation.column.name !== dropped.column && column && sameJson(operation.column.type, column.type));
        const isCarried = operations.some(({ operation }) => carries(operation, dropped.table, dropped.column));
        if (like?.operation.kind === "addColumn" && !isCarried) {
          const to = like.operation.column.name;
          reports.push({ operation: index, table: dropped.table, message: `Column "${dropped.table}.${dropped.column}" goes while "${to}" of the same type comes: its values are lost if that is a rename.`, safer: `op.renameColumn(${JSON.stringify(dropped.table)}, ${JSON.stringify(dropped.column)}, ${JSON.stringify(to)});` });
        }
      }
      if (dropped.kind === "dropTable") {
        const table = before.tables[dropped.table];
        const shape = (columns: readonly { readonly name: string; readonly type: unknown }[]) => columns.map(({ name, type }) => ({ name, type })).sort((a, b) => (a.name < b.name ? -1 : 1));
        const like = operations.find(({ operation }) => operation.kind === "createTable" && keyOf(operation.table) !== dropped.table && table && sameJson(shape(operation.table.columns), shape(table.columns)));
        if (like?.operation.kind === "createTable") {
          const to = keyOf(like.operation.table);
          reports.push({ operation: index, table: dropped.table, message: `Table "${dropped.table}" goes while "${to}" with the same columns comes: its rows are lost if that is a rename.`, safer: `op.renameTable(${JSON.stringify(dropped.table)}, ${JSON.stringify(to)});` });
        }
      }
    }
    return reports;
  },
});

/** Whether the values are taken along by other means. */
function carries(operation: { readonly kind: string }, table: string, column: string): boolean {
  if (!/^(backfill|execute|run|updateRows)$/.test(operation.kind)) return false;
  const text = JSON.stringify(operation, (_, value: unknown) => (typeof value === "function" ? String(value) : typeof value === "bigint" ? String(value) : value));
  return text.includes(column) && (text.includes(table) || operation.kind === "run");
}
