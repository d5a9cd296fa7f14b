/** Writers wait for all indexes of it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("REINDEX TABLE orders");
}
