/** The same, as a statement. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE orders RENAME COLUMN remark TO comment");
}
