/** Each write of an order keeps four columns in order. */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("orders", index("ix_orders_wide").on("customer_id", "product_id", "state", "placed_at"));
}
