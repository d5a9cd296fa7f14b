/** Both are done in a moment. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
  op.addColumn("product", "shelf", integer());
}
