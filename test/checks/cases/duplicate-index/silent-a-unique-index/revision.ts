/** It says more than it serves. */
import { uniqueIndex, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("orders", uniqueIndex("ux_orders_placed_at").on("placed_at"));
}
