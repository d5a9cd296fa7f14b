/**
 * Before 8.0.12 each of them writes the table anew.
 *
 * On      mysql
 * Target  5.7
 */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
  op.addColumn("product", "shelf", integer());
}
