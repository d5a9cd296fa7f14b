/** The role that runs the next revision may not change the table. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE orders OWNER TO archive");
}
