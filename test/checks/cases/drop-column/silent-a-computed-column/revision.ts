/** Its values can be computed again. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropColumn("customer", "name_length");
}
