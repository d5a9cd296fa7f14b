/**
 * A failure in the second leaves the first.
 *
 * On      mysql, mariadb
 */
import { integer, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
  op.addColumn("orders", "channel", varchar(20));
}
