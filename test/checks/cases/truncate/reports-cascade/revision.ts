/**
 * Whatever points there is emptied as well.
 *
 * On      postgres
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("TRUNCATE customer CASCADE");
}
