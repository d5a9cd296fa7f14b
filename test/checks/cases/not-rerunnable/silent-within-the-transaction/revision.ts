/** A run that broke off left nothing. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE INDEX ix_product_weight ON product (weight)");
}
