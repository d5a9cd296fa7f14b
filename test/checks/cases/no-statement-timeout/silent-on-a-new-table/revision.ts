/** There is nothing to read. */
import { check, integer, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), percent: integer() });
  op.createCheck("coupon", check("coupon_percent_check", sql`percent < 100`));
}
