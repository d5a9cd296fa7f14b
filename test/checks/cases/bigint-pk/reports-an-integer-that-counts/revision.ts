/** It ends at two thousand million coupons. */
import { integer, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey().autoIncrement(), code: varchar(20) });
}
