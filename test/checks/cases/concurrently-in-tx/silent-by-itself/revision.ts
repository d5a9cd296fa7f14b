/** There is nothing to part. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("VACUUM product");
}
