/** Only the limit changes. */
import { varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("product", "title", { type: varchar(250) });
}
