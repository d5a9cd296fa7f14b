/** It is the same key. */
import { foreignKey, integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("gift", { id: integer().primaryKey(), product_id: integer(), customer_id: integer() }, () => [foreignKey("gift_line_fkey").on("product_id", "customer_id").references("basket_line", ["product_id", "customer_id"])]);
}
