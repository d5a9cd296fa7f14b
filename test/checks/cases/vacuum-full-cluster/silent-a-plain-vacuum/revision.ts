/** It runs beside readers and writers. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.execute("VACUUM (ANALYZE) orders");
  });
}
