/** No row of another table is acted on. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP TABLE event_log");
}
