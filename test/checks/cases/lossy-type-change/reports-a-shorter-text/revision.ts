/** A remark of more than 50 characters makes it fail, or is cut. */
import { varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("orders", "remark", { type: varchar(50) });
}
