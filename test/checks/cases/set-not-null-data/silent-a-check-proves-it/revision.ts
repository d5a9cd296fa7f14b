/** No NULL can stand there. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("visit", "page", { nullable: false });
}
