/** There is nothing to copy. */
import { bigint, integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), percent: integer() });
  op.alterColumn("coupon", "percent", { type: bigint() });
}
