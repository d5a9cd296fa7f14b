/**
 * What the archive holds is not known here.
 *
 * On      postgres
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP SCHEMA archive CASCADE");
}
