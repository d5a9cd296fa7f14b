/** All orders are written onto another disk. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE orders SET TABLESPACE slow");
}
