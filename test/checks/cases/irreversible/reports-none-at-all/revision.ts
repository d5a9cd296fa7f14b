/** Nobody has thought of it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("UPDATE customer SET note = NULL WHERE id > 0");
}
