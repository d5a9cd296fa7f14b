/** Each needs quotes wherever it is named. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "shelfNumber", integer());
  op.renameColumn("product", "weight", "order");
}
