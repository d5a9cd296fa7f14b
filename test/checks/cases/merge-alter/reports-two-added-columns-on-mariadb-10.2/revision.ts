/**
 * Before 10.3 each of them writes the table anew.
 *
 * On      mariadb
 * Target  10.2
 */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
  op.addColumn("product", "shelf", integer());
}
