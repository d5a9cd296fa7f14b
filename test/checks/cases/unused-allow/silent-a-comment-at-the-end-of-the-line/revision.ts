/** It allows what stands before it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropColumn("product", "old_code"); // graven-allow drop-column: nothing has read it since May
}
