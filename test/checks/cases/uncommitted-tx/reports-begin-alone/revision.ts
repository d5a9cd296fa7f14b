/** What follows hangs in it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.execute("BEGIN");
    op.execute("UPDATE product SET weight = 0 WHERE id = 1");
  });
}
