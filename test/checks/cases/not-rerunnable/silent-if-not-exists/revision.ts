/** The second time it does nothing. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.execute("CREATE INDEX IF NOT EXISTS ix_product_weight ON product (weight)");
  });
}
