/** It takes a moment, and still waits for every query before it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropColumn("product", "old_code");
}
