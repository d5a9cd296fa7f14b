/** Code of the release before writes "sent". */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.renameEnumLabel("order_state", "sent", "shipped");
}
