/** One of the two stands at any time. */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("orders", index("ix_orders_placed_at_new").on("placed_at", "state"));
  op.dropIndex("orders", "ix_orders_placed_at");
  op.renameIndex("orders", "ix_orders_placed_at_new", "ix_orders_placed_at");
}
