import type { RowOptions } from "../models/required-rows.ts";
import type { RowKey } from "../operations/rows.ts";

/** How the operations of a revision find required rows, as the models say. */
export function keyOf({ key, ignore, drift }: RowOptions): RowKey {
  return { key, required: true, ...(ignore.length && { ignore }), ...(drift !== "keep" && { drift }) };
}
