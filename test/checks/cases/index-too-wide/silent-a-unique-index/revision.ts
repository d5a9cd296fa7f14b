/** Its columns are what is unique, not what is quick. */
import { uniqueIndex, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("orders", uniqueIndex("ux_orders_wide").on("customer_id", "product_id", "state", "placed_at"));
}
