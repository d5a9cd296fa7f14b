/** A number is no remark. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("orders", "pieces", integer());
  op.dropColumn("orders", "remark");
}
