/**
 * Before version 11 any default was written into every row.
 *
 * Target  10
 */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer().notNull().default(0));
}
