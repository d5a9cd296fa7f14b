/** It is another rule's matter. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP TABLE event_log");
}
