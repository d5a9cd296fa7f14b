import { counted } from "../base/text.ts";
import type { ColumnType } from "../schema/types.ts";
import { irreversible, type OperationDefinition } from "./definition.ts";

/** Inserts rows. A column that a row leaves out takes its default. */
export interface BulkInsert {
  readonly kind: "bulkInsert";
  readonly table: string;
  /** The types of the stub's columns, which say how a value is written. */
  readonly columns: { readonly [column: string]: ColumnType };
  /** By column name; JavaScript values (dates, bytes, big integers, JSON) or `{ sql }`. */
  readonly rows: readonly { readonly [column: string]: unknown }[];
}

export const bulkInsert: OperationDefinition<BulkInsert> = {
  parameters: { table: "table", columns: "stubColumns", rows: "rows" },
  apply: () => {},
  invert: ({ table }) => irreversible(`The rows inserted into "${table}" have no key by which they could be found again.`),
  describe: ({ table, rows }) => `insert ${counted(rows.length, "row")} into ${table}`,
};
