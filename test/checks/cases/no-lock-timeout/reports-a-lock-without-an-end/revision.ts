/** Behind one long report all customers wait. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
}
