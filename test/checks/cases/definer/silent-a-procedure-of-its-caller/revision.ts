/**
 * It may do what its caller may.
 *
 * On      mysql, mariadb
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE PROCEDURE erase(n integer) SQL SECURITY INVOKER DELETE FROM orders WHERE id = n");
}
