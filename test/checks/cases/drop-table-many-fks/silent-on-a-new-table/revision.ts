/** Nobody uses it yet. */
import { foreignKey, integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("gift", { customer_id: integer(), product_id: integer() }, () => [foreignKey("gift_customer_id_fkey").on("customer_id").references("customer", ["id"]), foreignKey("gift_product_id_fkey").on("product_id").references("product", ["id"])]);
  op.dropTable("gift");
}
