/** Every customer is held against the check again. */
import { smallint, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("customer", "age", { type: smallint() });
}
