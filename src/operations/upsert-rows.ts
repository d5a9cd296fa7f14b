import { applyRequired } from "./required-rows.ts";
import { counted } from "../base/text.ts";
import type { OperationDefinition } from "./definition.ts";
import type { Operation } from "./index.ts";
import { keysOf, keyText, withoutFormer, type KeyedRows, type Rows } from "./rows.ts";

/** Inserts rows, or where a row of the same key is there gives it the values of the other columns. */
export interface UpsertRows extends KeyedRows {
  readonly kind: "upsertRows";
  /** Those of the rows that were there, as they were; all others were not. */
  readonly was?: Rows;
}

export const upsertRows: OperationDefinition<UpsertRows> = {
  parameters: { table: "table", columns: "stubColumns", by: "rowKey", rows: "rows", was: "formerRows" },
  apply: applyRequired,
  invert: ({ table, columns, by, rows, was }) => {
    if (!was) return withoutFormer(table, "written");
    const former = new Set(was.map((row) => keyText(row, by.key)));
    const stood = rows.filter((row) => former.has(keyText(row, by.key)));
    const added = rows.filter((row) => !former.has(keyText(row, by.key)));
    return [
      ...(added.length ? [{ kind: "deleteRows", table, columns, by, rows: keysOf(added, by), was: added } satisfies Operation] : []),
      ...(was.length ? [{ kind: "updateRows", table, columns, by, rows: was, was: stood } satisfies Operation] : []),
    ];
  },
  describe: ({ table, rows }) => `write ${counted(rows.length, "row")} of ${table}`,
};
