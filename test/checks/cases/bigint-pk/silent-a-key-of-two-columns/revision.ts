/** Neither counts by itself. */
import { integer, primaryKey, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { customer_id: integer().notNull(), product_id: integer().notNull() }, () => [primaryKey("coupon_pkey").on("customer_id", "product_id")]);
}
