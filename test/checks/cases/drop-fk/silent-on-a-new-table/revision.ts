/** The key never held a row. */
import { foreignKey, integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), product_id: integer() }, () => [foreignKey("coupon_product_id_fkey").on("product_id").references("product", ["id"])]);
  op.dropConstraint("coupon", "coupon_product_id_fkey");
}
