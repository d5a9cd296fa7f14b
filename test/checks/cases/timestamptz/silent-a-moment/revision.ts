/** It is the same one everywhere. */
import { timestamptz, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("orders", "sent_at", timestamptz());
}
