/** The check never held a row. */
import { check, integer, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), percent: integer() }, () => [check("coupon_percent_check", sql`percent < 100`)]);
  op.dropConstraint("coupon", "coupon_percent_check");
}
