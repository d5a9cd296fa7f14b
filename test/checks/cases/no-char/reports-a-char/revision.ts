/** "de" is as long as "deu" from here on. */
import { char, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "language", char(3));
}
