/** Whichever comes second fails. */
import { varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("product", "old_code", { type: varchar(40) });
}
