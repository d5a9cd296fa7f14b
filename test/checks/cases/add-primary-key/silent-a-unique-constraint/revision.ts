/** It is another rule's matter. */
import { unique, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createUnique("event_log", unique("event_log_number_key").on("number"));
}
