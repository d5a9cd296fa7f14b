/**
 * Only the concurrent build loses rows.
 *
 * Target  14.3
 */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("orders", index("ix_orders_state").on("state"));
}
