/** All orders are read twice. */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("orders", index("ix_orders_state").on("state"), { online: true });
}
