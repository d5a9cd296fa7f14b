import { applyRequired } from "./required-rows.ts";
import { counted } from "../base/text.ts";
import type { ColumnType } from "../schema/types.ts";
import { irreversible, type OperationDefinition } from "./definition.ts";
import { keysOf, type RowKey, type Rows } from "./rows.ts";

/** Inserts rows. A column that a row leaves out takes its default. */
export interface BulkInsert {
  readonly kind: "bulkInsert";
  readonly table: string;
  /** The types of the stub's columns, which say how a value is written. */
  readonly columns: { readonly [column: string]: ColumnType };
  readonly rows: Rows;
  /** With a key, a row that is there already is adopted when it holds the same, and reported when it does not. The way back deletes the rows. */
  readonly by?: InsertKey;
}

export interface InsertKey extends RowKey {
  /** A row that is there already is left whatever it holds, or ends the revision. */
  readonly onConflict?: "skip" | "fail";
}

export const bulkInsert: OperationDefinition<BulkInsert> = {
  parameters: { table: "table", columns: "stubColumns", rows: "rows", by: "rowKey" },
  apply: applyRequired,
  invert: ({ table, columns, rows, by }) => {
    if (!by) return irreversible(`The rows inserted into "${table}" have no key by which they could be found again.`);
    const { onConflict: _, ...found } = by;
    return [{ kind: "deleteRows", table, columns, by: found, rows: keysOf(rows, by), ...(rows.length && { was: rows }) }];
  },
  describe: ({ table, rows }) => `insert ${counted(rows.length, "row")} into ${table}`,
};
