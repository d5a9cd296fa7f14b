/** Old code leaves the amount out, and fails. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("basket_line", "amount", { default: null });
}
