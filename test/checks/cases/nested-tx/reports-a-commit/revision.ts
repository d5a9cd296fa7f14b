/** What follows it is not undone by a failure. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("UPDATE product SET weight = 0 WHERE id = 1");
  op.execute("COMMIT");
  op.execute("UPDATE product SET weight = 0 WHERE id = 2");
}
