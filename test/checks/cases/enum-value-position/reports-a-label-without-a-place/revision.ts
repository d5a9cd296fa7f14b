/** It sorts behind "sent", where it does not belong. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addEnumLabel("order_state", "packed");
}
