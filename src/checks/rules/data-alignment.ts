import { keyOf } from "../../schema/key.ts";
import type { ColumnTypeKind } from "../../schema/types.ts";
import { defineRule, pg, postgres } from "../rule.ts";

/** How many bytes a type asks its place to be a multiple of; 1 and 4 for what varies in length. */
const alignment: { readonly [K in ColumnTypeKind]?: number } = { bigint: 8, double: 8, timestamp: 8, timestamptz: 8, time: 8, interval: 8, integer: 4, real: 4, date: 4, smallint: 2, boolean: 1, uuid: 1 };
const size: { readonly [K in ColumnTypeKind]?: number } = { interval: 16, uuid: 16 };

export const dataAlignment = defineRule({
  code: "data-alignment",
  severity: "off",
  dialects: postgres,
  onNewTables: true,
  title: "The order of the columns leaves gaps in every row",
  why: "A bigint starts at a multiple of eight bytes: a boolean before it costs seven. Columns of fixed length, the wide ones first, then the others, leave none.",
  manual: { postgres: pg("storage-page-layout.html") },
  bad: ['op.createTable("pet", { tame: boolean(), id: bigint().primaryKey(), old: boolean(), born: timestamp() });'],
  good: ['op.createTable("pet", { id: bigint().primaryKey(), born: timestamp(), tame: boolean(), old: boolean() });'],
  operation: {
    createTable: ({ table }) => {
      let [at, gaps] = [0, 0];
      for (const { type } of table.columns) {
        const step = alignment[type.kind];
        if (step === undefined) break;
        const gap = (step - (at % step)) % step;
        gaps += gap;
        at += gap + (size[type.kind] ?? step);
      }
      return gaps >= 8 ? { table: keyOf(table), message: `The columns of "${keyOf(table)}" leave ${gaps} bytes empty in every row.` } : undefined;
    },
  },
});
