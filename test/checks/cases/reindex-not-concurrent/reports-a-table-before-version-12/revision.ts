/**
 * There is no other way.
 *
 * Target  11
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("REINDEX TABLE orders");
}
