/** What was left out was NULL, and is not any more. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("customer", "name", { default: "somebody" });
}
