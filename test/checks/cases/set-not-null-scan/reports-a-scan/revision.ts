/** All customers are read while nobody may use them. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("customer", "name", { nullable: false });
}
