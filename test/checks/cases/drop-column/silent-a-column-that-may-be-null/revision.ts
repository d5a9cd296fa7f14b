/** The step before the drop loses nothing. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("product", "title", { nullable: true });
}
