/** Orders sort by state in another way. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterEnum("order_state", ["sent", "paid", "open"]);
}
