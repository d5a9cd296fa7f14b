/** No value is better than one that nobody chose. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
}
