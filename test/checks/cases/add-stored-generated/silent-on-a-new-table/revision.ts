/** There is no row to write. */
import { integer, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), percent: integer() });
  op.addColumn("coupon", "factor", integer().generated(sql`100 - percent`));
}
