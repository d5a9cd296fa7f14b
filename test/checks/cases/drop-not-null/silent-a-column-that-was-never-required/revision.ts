/** Nothing was promised. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("product", "weight", { nullable: true });
}
