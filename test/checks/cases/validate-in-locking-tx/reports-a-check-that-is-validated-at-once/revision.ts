/** The lock of the first statement is held while all products are read. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD CONSTRAINT product_price_check CHECK (price >= 0) NOT VALID");
  op.execute("ALTER TABLE product VALIDATE CONSTRAINT product_price_check");
}
