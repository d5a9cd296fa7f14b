/** To drop one is another matter. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP TRIGGER tell ON orders");
}
