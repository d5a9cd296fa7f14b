/** Three are useful now and then. */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("orders", index("ix_orders_three").on("customer_id", "product_id", "state"));
}
