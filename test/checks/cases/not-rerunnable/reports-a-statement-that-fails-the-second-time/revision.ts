/** A run that broke off behind it cannot begin again. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.execute("CREATE INDEX ix_product_weight ON product (weight)");
  });
}
