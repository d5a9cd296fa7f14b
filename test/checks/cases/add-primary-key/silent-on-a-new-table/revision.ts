/** Its index is empty. */
import { integer, primaryKey, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().notNull() });
  op.createPrimaryKey("coupon", primaryKey("coupon_pkey").on("id"));
}
