/** A customer without a name makes it fail. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("customer", "name", { nullable: false });
}
