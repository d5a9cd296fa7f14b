/** What the other branch does. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropColumn("product", "old_code");
}
