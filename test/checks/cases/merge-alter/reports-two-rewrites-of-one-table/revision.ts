/** All products are written anew, twice. */
import { bigint, double, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("product", "weight", { type: bigint() });
  op.alterColumn("product", "price", { type: double() });
}
