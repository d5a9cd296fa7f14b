/** It has an equality. */
import { jsonb, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("customer", "settings", jsonb());
}
