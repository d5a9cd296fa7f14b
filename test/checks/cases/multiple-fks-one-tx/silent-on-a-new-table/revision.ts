/** Nobody else holds it. */
import { foreignKey, integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), product_id: integer(), customer_id: integer() });
  op.createForeignKey("coupon", foreignKey("coupon_product_id_fkey").on("product_id").references("product", ["id"]));
  op.createForeignKey("coupon", foreignKey("coupon_customer_id_fkey").on("customer_id").references("customer", ["id"]));
}
