/** Both stand until no release writes the old one. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addEnumLabel("order_state", "shipped");
}
