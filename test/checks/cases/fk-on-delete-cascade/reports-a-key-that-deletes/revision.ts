/** One customer takes all baskets along. */
import { foreignKey, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createForeignKey("orders", foreignKey("orders_product_id_fkey").on("product_id").references("product", ["id"], { onDelete: "cascade" }));
}
