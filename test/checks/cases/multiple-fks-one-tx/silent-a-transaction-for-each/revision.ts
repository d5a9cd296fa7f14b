/** The first lets go before the second takes hold. */
import { foreignKey, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createForeignKey("orders", foreignKey("orders_product_id_fkey").on("product_id").references("product", ["id"]), { online: true });
  op.createForeignKey("event_log", foreignKey("event_log_number_fkey").on("number").references("customer", ["id"]), { online: true });
}
