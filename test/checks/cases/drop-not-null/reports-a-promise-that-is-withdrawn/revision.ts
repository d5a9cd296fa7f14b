/** Reports expect a title. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("product", "title", { nullable: true });
}
