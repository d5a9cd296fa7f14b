import type { RowOptions } from "../models/required-rows.ts";
import type { Operation } from "../operations/index.ts";
import { columnsOf, keyFor } from "../operations/required-rows.ts";
import { findTable } from "../schema/find.ts";
import { plainRow } from "../schema/row-values.ts";
import type { Schema } from "../schema/types.ts";

/**
 * Operations that would change no required row of a database that holds them all: planned, they look for each by its key and
 * compare what it holds. Columns that the models leave to the users are not compared.
 */
export function lookAtRows(schema: Schema, rowOptions: ReadonlyMap<string, Pick<RowOptions, "key" | "ignore">>): readonly Operation[] {
  return Object.entries(schema.requiredRows).map(([table, { rows }]): Operation => {
    const found = findTable(schema, table);
    const options = rowOptions.get(table);
    const has = (column: string) => found.columns.some(({ name }) => name === column);
    const key = options && options.key.every(has) && rows.every((row) => options.key.every((column) => row[column] !== undefined)) ? options.key : keyFor(found, rows);
    const ignore = (options?.ignore ?? []).filter(has);
    const plain = rows.map((row) => plainRow(row, table, schema));
    return { kind: "updateRows", table, columns: columnsOf(found, plain), by: { key, required: true, ...(ignore.length && { ignore }) }, rows: plain, was: plain };
  });
}
