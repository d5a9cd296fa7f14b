/** Somebody can judge it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  // graven-allow drop-column: nothing has read it since May
  op.dropColumn("product", "old_code");
}
