/** The readings of a year are lost. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE event_log DROP PARTITION p2020");
}
