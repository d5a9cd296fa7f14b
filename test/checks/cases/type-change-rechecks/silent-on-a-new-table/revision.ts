/** There is no row. */
import { bigint, check, integer, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), percent: integer() }, () => [check("coupon_percent_check", sql`percent < 100`)]);
  op.alterColumn("coupon", "percent", { type: bigint() });
}
