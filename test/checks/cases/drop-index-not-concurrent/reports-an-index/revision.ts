/** Everybody waits behind the longest query on orders. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropIndex("orders", "ix_orders_placed_at");
}
