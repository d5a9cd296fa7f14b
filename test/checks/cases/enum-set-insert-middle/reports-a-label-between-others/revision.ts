/** The numbers of the labels behind it move. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addEnumLabel("order_state", "packed", { before: "sent" });
}
