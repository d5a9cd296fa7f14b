/** There is no row to write. */
import { double, integer, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey() });
  op.addColumn("coupon", "code", double().default(sql`random()`));
}
