/** Its words tell all. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DELETE FROM event_log WHERE number < 100");
}
