/** There is nothing to write anew. */
import { bigint, integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), percent: integer(), pieces: integer() });
  op.alterColumn("coupon", "percent", { type: bigint() });
  op.alterColumn("coupon", "pieces", { type: bigint() });
}
