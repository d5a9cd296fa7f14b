/** The new index is built beside the old one. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.execute("REINDEX INDEX CONCURRENTLY ix_orders_placed_at");
  });
}
