/** Both stand until no release asks for the old one. */
import { varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("orders", "comment", varchar(200));
}
