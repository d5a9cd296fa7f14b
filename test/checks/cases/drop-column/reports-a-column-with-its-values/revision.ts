/** Codes of the former shop are lost. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropColumn("product", "old_code");
}
