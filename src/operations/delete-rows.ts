import { counted } from "../base/text.ts";
import type { OperationDefinition } from "./definition.ts";
import { withoutFormer, type KeyedRows, type Rows } from "./rows.ts";

/** Deletes rows, found by their key. No other row is touched, but for those that foreign keys cascade into. */
export interface DeleteRows extends KeyedRows {
  readonly kind: "deleteRows";
  /** The same rows whole, as they were. */
  readonly was?: Rows;
}

export const deleteRows: OperationDefinition<DeleteRows> = {
  parameters: { table: "table", columns: "stubColumns", by: "rowKey", rows: "rows", was: "formerRows" },
  apply: () => {},
  invert: ({ table, columns, by, was }) => (was ? [{ kind: "bulkInsert", table, columns, rows: was, by }] : withoutFormer(table, "deleted")),
  describe: ({ table, rows }) => `delete ${counted(rows.length, "row")} from ${table}`,
};
