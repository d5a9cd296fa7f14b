/** The server could have done it in place. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD INDEX ix_product_weight (weight), ALGORITHM=COPY");
}
