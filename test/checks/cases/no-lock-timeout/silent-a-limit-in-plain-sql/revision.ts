/**
 * The session has a limit.
 *
 * On      postgres
 */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("SET lock_timeout = '3s'");
  op.addColumn("product", "stock", integer());
}
