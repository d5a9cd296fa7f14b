/** An order that is sent makes it fail. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterEnum("order_state", ["open", "paid"]);
}
