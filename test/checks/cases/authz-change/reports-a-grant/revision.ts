/** A role may read the customers from here on. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("GRANT SELECT ON customer TO reporting");
}
