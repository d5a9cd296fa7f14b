/** A move always writes the table anew. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product MODIFY COLUMN weight integer AFTER sku");
}
