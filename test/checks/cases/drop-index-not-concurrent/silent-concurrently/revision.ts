/** It waits without a queue behind it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.execute("DROP INDEX CONCURRENTLY ix_orders_placed_at");
  });
}
