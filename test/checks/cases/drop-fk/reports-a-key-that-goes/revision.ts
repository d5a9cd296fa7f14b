/** Orders of nobody may come. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropConstraint("orders", "orders_customer_id_fkey");
}
