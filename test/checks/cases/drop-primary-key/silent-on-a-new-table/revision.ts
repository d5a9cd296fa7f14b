/** No row was held apart by it. */
import { integer, primaryKey, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().notNull() }, () => [primaryKey("coupon_pkey").on("id")]);
  op.dropConstraint("coupon", "coupon_pkey");
}
