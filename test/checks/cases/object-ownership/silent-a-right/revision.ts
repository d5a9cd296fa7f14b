/** To read is not to own. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("GRANT SELECT ON orders TO archive");
}
