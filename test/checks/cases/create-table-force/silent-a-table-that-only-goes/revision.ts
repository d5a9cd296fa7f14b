/** Nothing takes its place. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropTable("event_log");
}
