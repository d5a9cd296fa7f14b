/** The server refuses what it cannot do beside writers. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD INDEX ix_product_weight (weight), ALGORITHM=INPLACE, LOCK=NONE");
}
