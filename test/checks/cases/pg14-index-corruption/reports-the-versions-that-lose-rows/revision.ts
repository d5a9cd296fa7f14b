/**
 * 14.0 to 14.3 have the fault.
 *
 * Target  14.3
 */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("orders", index("ix_orders_state").on("state"), { online: true });
}
