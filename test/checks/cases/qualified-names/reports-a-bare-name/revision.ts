/** Which table is meant depends on the search_path. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DELETE FROM event_log WHERE number < 100");
}
