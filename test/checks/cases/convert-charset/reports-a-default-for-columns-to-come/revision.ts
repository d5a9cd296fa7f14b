/** Nothing is copied, and the next text column cannot be compared with the others. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product DEFAULT CHARACTER SET latin1");
}
