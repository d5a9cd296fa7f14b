/** It can be named back. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.renameTable("event_log", "event_log_unused");
}
