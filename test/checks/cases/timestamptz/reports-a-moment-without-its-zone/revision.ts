/** Nobody knows when that was. */
import { timestamp, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("orders", "sent_at", timestamp());
}
