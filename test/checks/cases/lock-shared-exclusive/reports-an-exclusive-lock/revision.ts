/** Nobody reads one either. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE INDEX ix_product_weight ON product (weight) LOCK=EXCLUSIVE");
}
