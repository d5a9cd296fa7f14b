/** Nobody learns why. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  // graven-allow drop-column
  op.dropColumn("product", "old_code");
}
