/** A heavy product does not fit. */
import { smallint, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("product", "weight", { type: smallint() });
}
