/**
 * Both tables take writes while the rows are looked up.
 *
 * On      postgres
 */
import { foreignKey, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createForeignKey("orders", foreignKey("orders_product_id_fkey").on("product_id").references("product", ["id"]), { online: true });
}
