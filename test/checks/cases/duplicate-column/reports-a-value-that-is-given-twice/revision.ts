/** The second value is meant for another column. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("UPDATE product SET weight = 1, weight = 2 WHERE id = 1");
}
