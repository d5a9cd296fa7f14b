/** Nothing counts, so no row is written. */
import { bigint, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("event_log", "id", bigint());
}
