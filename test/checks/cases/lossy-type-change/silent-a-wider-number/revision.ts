/** All weights fit. */
import { bigint, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("product", "weight", { type: bigint() });
}
