/** Two orders of one customer may have come at the same moment. */
import { uniqueIndex, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("orders", uniqueIndex("ux_orders_customer").on("customer_id", "placed_at"));
}
