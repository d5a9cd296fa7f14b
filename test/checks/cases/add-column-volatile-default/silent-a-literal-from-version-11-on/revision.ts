/**
 * The server remembers one value for all rows that stand.
 *
 * Target  11
 */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer().notNull().default(0));
}
