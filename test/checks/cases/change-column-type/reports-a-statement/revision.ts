/**
 * The same in plain SQL.
 *
 * On      postgres
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ALTER COLUMN weight TYPE bigint");
}
