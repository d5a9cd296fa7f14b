/** Each comparison casts. */
import { foreignKey, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createForeignKey("orders", foreignKey("orders_big_customer_fkey").on("big_customer_id").references("customer", ["id"]));
}
