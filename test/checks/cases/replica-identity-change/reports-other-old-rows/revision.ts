/** Consumers of the stream find other columns. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE orders REPLICA IDENTITY FULL");
}
