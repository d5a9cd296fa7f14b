/** The table is dropped right after it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropConstraint("orders", "orders_customer_id_fkey");
  op.dropTable("orders");
}
