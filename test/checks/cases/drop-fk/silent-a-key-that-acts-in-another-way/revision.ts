/** The same columns are held by another one. */
import { foreignKey, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropConstraint("orders", "orders_customer_id_fkey");
  op.createForeignKey("orders", foreignKey("orders_customer_id_fkey").on("customer_id").references("customer", ["id"], { onDelete: "restrict" }));
}
