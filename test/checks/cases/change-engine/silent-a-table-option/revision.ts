/** A comment is written in a moment. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product COMMENT = 'what is sold'");
}
