import { applyRequired } from "./required-rows.ts";
import { counted } from "../base/text.ts";
import type { OperationDefinition } from "./definition.ts";
import { withoutFormer, type KeyedRows, type Rows } from "./rows.ts";

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
  describe: ({ table, rows }) => `update ${counted(rows.length, "row")} of ${table}`,
};
