/** An INSERT of the release before still names it: first let it be NULL. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product DROP COLUMN title");
}
