/** It would hide what comes later. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  // graven-allow drop-column: nothing has read it since May
  op.addColumn("product", "stock", integer());
}
