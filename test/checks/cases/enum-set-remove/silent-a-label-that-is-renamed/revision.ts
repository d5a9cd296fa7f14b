/** Rows keep their number. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.renameEnumLabel("order_state", "sent", "shipped");
}
