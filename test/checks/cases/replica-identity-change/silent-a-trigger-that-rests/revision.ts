/** It changes nothing of the stream's old rows. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE orders DISABLE TRIGGER USER");
}
