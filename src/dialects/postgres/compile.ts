import type { WritableQuery } from "../../operations/execute.ts";
import { literal } from "./literal.ts";

/** A query that an author built as SQL that stands by itself. Throws DAT-002 for values that have no literal. */
export function compile(query: WritableQuery): string {
  return query.write("postgres", literal);
}
