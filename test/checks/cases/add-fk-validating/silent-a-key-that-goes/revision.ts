/** To take a key away looks up nothing. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropConstraint("orders", "orders_customer_id_fkey");
}
