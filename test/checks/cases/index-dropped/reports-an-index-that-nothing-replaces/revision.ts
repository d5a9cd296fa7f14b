/** Whoever looks for the orders of a day reads all of them. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropIndex("orders", "ix_orders_placed_at");
}
