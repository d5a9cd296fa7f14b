/** The server refuses it where it would have to copy. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD INDEX ix_product_weight (weight), ALGORITHM=INPLACE, LOCK=NONE");
}
