/**
 * It may do what its caller may.
 *
 * On      postgres
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE FUNCTION erase(n integer) RETURNS void LANGUAGE sql AS $$ DELETE FROM orders WHERE id = n $$");
}
