/** The lines of the log are lost. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropTable("event_log");
}
