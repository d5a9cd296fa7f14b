/** The server remembers one value. */
import { varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "token", varchar(36).notNull().default("none"));
}
