/** The server knows what it reads. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE VIEW weights AS SELECT sum(weight) FROM product");
}
