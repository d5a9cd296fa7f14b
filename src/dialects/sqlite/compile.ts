import type { WritableQuery } from "../../operations/execute.ts";
import { literal } from "./literal.ts";

/** A query that an author built as SQL with its values as literals. Throws DAT-002 for values that have none. */
export function compile(query: WritableQuery): string {
  return query.write("sqlite", literal);
}
