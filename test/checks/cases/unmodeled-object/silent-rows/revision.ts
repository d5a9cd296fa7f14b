/** Rows are no part of a schema. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("UPDATE product SET weight = 0 WHERE id = 1");
}
