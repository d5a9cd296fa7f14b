import { applyRequired } from "./required-rows.ts";
import { counted, quotedList } from "../base/text.ts";
import type { Schema } from "../schema/types.ts";
import type { OperationDefinition, Warning } from "./definition.ts";
import { keyText, withFormer, withoutFormer, type KeyedRows, type Rows } from "./rows.ts";

/** Gives rows, found by their key, the values of their other columns; with `was`, those alone that still hold it. */
export interface UpdateRows extends KeyedRows {
  readonly kind: "updateRows";
  /** The same rows with the values they held before. */
  readonly was?: Rows;
}

export const updateRows: OperationDefinition<UpdateRows> = {
  parameters: { table: "table", columns: "stubColumns", by: "rowKey", rows: "rows", was: "formerRows" },
  apply: applyRequired,
  invert: (operation) => (operation.was ? [{ ...operation, rows: operation.was, was: operation.rows }] : withoutFormer(operation.table, "changed")),
  warn: holdingStill,
  describe: ({ table, rows }) => `update ${counted(rows.length, "row")} of ${table}`,
};

/** What foreign keys hold still: a value that rows of another table point at, and that goes nowhere with them. */
function holdingStill({ table, by, rows, was }: UpdateRows, before: Schema): readonly Warning[] {
  const changed = new Set(withFormer(rows, was, by).flatMap(({ row, former }) => (former ? Object.keys(row).filter((column) => former[column] !== undefined && keyText(row, [column]) !== keyText(former, [column])) : [])));
  const holding = Object.entries(before.tables).flatMap(([key, { foreignKeys }]) => foreignKeys.flatMap(({ references, onUpdate }) => (references.table === table && (onUpdate === undefined || onUpdate === "restrict") ? references.columns.filter((column) => changed.has(column)).map((column) => ({ key, column })) : [])));
  if (!holding.length) return [];
  const [columns, tables] = [[...new Set(holding.map(({ column }) => column))], [...new Set(holding.map(({ key }) => key))]];
  return [{ code: "update-blocked", message: `The rows of "${table}" cannot take another ${quotedList(columns)} while rows of ${quotedList(tables)} point at them: give the foreign key ON UPDATE CASCADE, or keep the value.` }];
}
