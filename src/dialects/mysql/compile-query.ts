import type { WritableQuery } from "../../operations/execute.ts";
import { literal } from "./literal.ts";

/** A query that an author built as SQL with its values as literals. Throws DAT-002 for a value that has none. */
export function compileQuery(query: WritableQuery): string {
  return query.write("mysql", literal);
}
