/** It is as long as what was written. */
import { varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "language", varchar(3));
}
