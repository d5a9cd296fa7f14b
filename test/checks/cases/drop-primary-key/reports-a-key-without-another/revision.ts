/** The same product may lie in a basket twice. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropConstraint("basket_line", "basket_line_pkey");
}
