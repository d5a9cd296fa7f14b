/** One other table is locked. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropTable("orders");
}
