/** A condition names the rows. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("UPDATE product SET weight = 0 WHERE id IN (3, 4)");
}
