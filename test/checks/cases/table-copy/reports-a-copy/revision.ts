/** Nobody writes a product until it is done. */
import { bigint, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("product", "weight", { type: bigint() });
}
