/**
 * Code does not ask for constraints by name.
 *
 * On      postgres, mysql, mariadb
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.renameConstraint("orders", "orders_customer_id_fkey", "orders_of_customer");
}
