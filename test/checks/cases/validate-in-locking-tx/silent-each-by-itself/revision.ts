/** The lock is gone when the products are read. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.execute("ALTER TABLE product ADD CONSTRAINT product_price_check CHECK (price >= 0) NOT VALID");
    op.execute("ALTER TABLE product VALIDATE CONSTRAINT product_price_check");
  });
}
