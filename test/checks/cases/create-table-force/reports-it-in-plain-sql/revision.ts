/** IF EXISTS hides that anything was there. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP TABLE IF EXISTS event_log; CREATE TABLE event_log (id integer)");
}
