import type { RowOptions } from "../models/required-rows.ts";
import type { RowKey } from "../operations/rows.ts";
import type { Named } from "../schema/types.ts";

/** How an operation with these columns finds required rows, as the models say. A column that it has not is none it could ignore. */
export function keyOf({ key, ignore, drift }: RowOptions, columns: Named<unknown>): RowKey {
  const ignored = ignore.filter((column) => column in columns);
  return { key, required: true, ...(ignored.length && { ignore: ignored }), ...(drift !== "keep" && { drift }) };
}
