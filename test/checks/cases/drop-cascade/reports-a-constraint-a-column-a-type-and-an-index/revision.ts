/** Each takes along what nobody named. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product DROP CONSTRAINT product_pkey CASCADE");
  op.execute("ALTER TABLE product DROP COLUMN weight CASCADE");
  op.execute("DROP TYPE order_state CASCADE");
  op.execute("DROP INDEX ix_orders_placed_at CASCADE");
}
