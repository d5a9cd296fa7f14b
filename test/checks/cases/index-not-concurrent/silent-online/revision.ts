/** The operation builds it beside writers. */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("orders", index("ix_orders_state").on("state"), { online: true });
}
