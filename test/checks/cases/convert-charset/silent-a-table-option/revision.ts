/** A comment is no text of a row. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product COMMENT = 'what is sold'");
}
