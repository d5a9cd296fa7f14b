/**
 * It reads what its definer may read.
 *
 * On      mysql, mariadb
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE DEFINER = 'root'@'localhost' SQL SECURITY DEFINER VIEW open_orders AS SELECT id FROM orders");
}
