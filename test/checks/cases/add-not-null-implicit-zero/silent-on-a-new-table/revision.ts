/** There is no row to fill. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey() });
  op.addColumn("coupon", "percent", integer().notNull());
}
