/** All lines are lost. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("TRUNCATE TABLE event_log");
}
