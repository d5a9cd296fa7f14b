/** The others keep their numbers. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addEnumLabel("order_state", "returned");
}
