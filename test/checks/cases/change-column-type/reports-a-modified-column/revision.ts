/**
 * The same in plain SQL.
 *
 * On      mysql, mariadb
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product MODIFY COLUMN weight bigint");
}
