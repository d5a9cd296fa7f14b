/**
 * 14.4 has it no more.
 *
 * Target  14.4
 */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("orders", index("ix_orders_state").on("state"), { online: true });
}
