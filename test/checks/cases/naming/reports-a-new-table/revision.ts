/** It needs quotes from its first query on. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("Coupon", { id: integer().primaryKey() });
}
