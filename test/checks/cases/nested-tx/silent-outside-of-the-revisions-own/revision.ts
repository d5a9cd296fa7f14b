/** It begins and ends one of its own. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.execute("BEGIN; UPDATE product SET weight = 0 WHERE id = 1; COMMIT");
  });
}
