/** No check names it. */
import { varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("customer", "name", { type: varchar(100) });
}
