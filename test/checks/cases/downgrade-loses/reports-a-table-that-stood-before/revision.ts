/** The downgrade drops more than the upgrade made. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("event_log", "level", integer());
}

export function downgrade(op: Operations) {
  op.dropTable("event_log");
}
