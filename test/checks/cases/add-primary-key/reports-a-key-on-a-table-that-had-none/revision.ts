/** The log is read for NULLs and doubles, and its index built, while others wait. */
import { primaryKey, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createPrimaryKey("event_log", primaryKey("event_log_pkey").on("number"));
}
