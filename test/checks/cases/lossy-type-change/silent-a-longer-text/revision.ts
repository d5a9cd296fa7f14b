/** All remarks fit. */
import { varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("orders", "remark", { type: varchar(500) });
}
