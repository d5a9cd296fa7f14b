import { applyRequired } from "./required-rows.ts";
import { counted } from "../base/text.ts";
import { quotedList } from "../base/text.ts";
import type { Schema } from "../schema/types.ts";
import type { OperationDefinition, Warning } from "./definition.ts";
import { withoutFormer, type KeyedRows, type Rows } from "./rows.ts";

/** Deletes rows, found by their key; with `was`, those alone that still hold it. No other row is touched, but for those that foreign keys cascade into. */
export interface DeleteRows extends KeyedRows {
  readonly kind: "deleteRows";
  /** The same rows whole, as they were. */
  readonly was?: Rows;
}

export const deleteRows: OperationDefinition<DeleteRows> = {
  parameters: { table: "table", columns: "stubColumns", by: "rowKey", rows: "rows", was: "formerRows" },
  apply: applyRequired,
  invert: ({ table, columns, by, was }) => (was ? [{ kind: "bulkInsert", table, columns, rows: was, by }] : withoutFormer(table, "deleted")),
  warn: ({ table }, before) => pointingAt(table, before),
  describe: ({ table, rows }) => `delete ${counted(rows.length, "row")} from ${table}`,
};

/** What foreign keys make of the rows that point at those which go, and of those that point at them in turn. */
function pointingAt(table: string, before: Schema): readonly Warning[] {
  const cascading = new Set<string>();
  const blocking = new Set<string>();
  const gone = [table];
  for (const parent of gone) {
    for (const [key, { foreignKeys }] of Object.entries(before.tables)) {
      for (const { references, onDelete } of foreignKeys) {
        if (references.table !== parent) continue;
        if (onDelete === undefined || onDelete === "restrict") blocking.add(key);
        if (onDelete !== "cascade" || cascading.has(key)) continue;
        cascading.add(key);
        gone.push(key);
      }
    }
  }
  return [
    ...(cascading.size ? [{ code: "delete-cascades", message: `Rows of ${quotedList([...cascading])} that point at the rows deleted from "${table}" are deleted with them.` }] : []),
    ...(blocking.size ? [{ code: "delete-blocked", message: `The rows of "${table}" cannot be deleted while rows of ${quotedList([...blocking])} point at them.` }] : []),
  ];
}
