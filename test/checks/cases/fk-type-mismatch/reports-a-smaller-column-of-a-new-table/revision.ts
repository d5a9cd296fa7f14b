/** It ends before its parent does. */
import { foreignKey, integer, smallint, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), product_id: smallint() }, () => [foreignKey("coupon_product_fkey").on("product_id").references("product", ["id"])]);
}
