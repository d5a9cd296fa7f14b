/** It begins with the same column. */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("orders", index("ix_orders_placed_at_state").on("placed_at", "state"));
  op.dropIndex("orders", "ix_orders_placed_at");
}
