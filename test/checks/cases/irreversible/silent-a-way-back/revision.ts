/** What came goes again. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
}

export function downgrade(op: Operations) {
  op.dropColumn("product", "stock");
}
