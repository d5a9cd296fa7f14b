/** Every order is looked up among the products. */
import { foreignKey, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createForeignKey("orders", foreignKey("orders_product_id_fkey").on("product_id").references("product", ["id"]));
}
