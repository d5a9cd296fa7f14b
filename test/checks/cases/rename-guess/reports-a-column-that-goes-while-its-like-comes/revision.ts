/** The remarks are lost if this is a rename. */
import { varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("orders", "comment", varchar(200));
  op.dropColumn("orders", "remark");
}
