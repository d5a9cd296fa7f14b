/** Nobody says in what weight is measured. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "packed_weight", integer());
}
