/** Letters that latin1 lacks are lost. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product CONVERT TO CHARACTER SET latin1");
}
