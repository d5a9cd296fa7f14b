/**
 * It runs with the rights of root, whoever calls it.
 *
 * On      mysql, mariadb
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE DEFINER = 'root'@'localhost' PROCEDURE erase(n integer) SQL SECURITY DEFINER DELETE FROM orders WHERE id = n");
}
