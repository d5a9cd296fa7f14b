/** Foreign keys are off while it does. */
import { varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("customer", "name", { type: varchar(200) });
}
