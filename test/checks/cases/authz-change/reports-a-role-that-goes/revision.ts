/**
 * What it may do goes with it.
 *
 * On      postgres
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP OWNED BY reporting");
  op.execute("DROP ROLE reporting");
}
