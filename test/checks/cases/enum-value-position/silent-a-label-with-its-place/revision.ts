/** It sorts where it belongs. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addEnumLabel("order_state", "packed", { after: "paid" });
}
