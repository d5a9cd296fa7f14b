/** No code writes it yet. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), percent: integer().notNull().default(5) });
  op.alterColumn("coupon", "percent", { default: 10 });
}
