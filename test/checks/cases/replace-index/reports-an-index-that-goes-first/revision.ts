/** Queries have none until the new one is built. */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropIndex("orders", "ix_orders_placed_at");
  op.createIndex("orders", index("ix_orders_placed_at").on("placed_at", "state"));
}
