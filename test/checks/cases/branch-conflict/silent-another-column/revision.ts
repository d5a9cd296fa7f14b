/** The two do not meet. */
import { varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("product", "title", { type: varchar(300) });
}
