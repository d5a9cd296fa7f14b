/**
 * Whoever calls it acts as its owner.
 *
 * On      postgres
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE FUNCTION erase(n integer) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$ DELETE FROM orders WHERE id = n $$");
}
