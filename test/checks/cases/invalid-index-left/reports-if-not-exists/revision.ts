/** A build that broke off leaves an invalid index, which is kept. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.execute("CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_orders_state ON orders (state)");
  });
}
