/** The table that points is made here, and is empty. */
import { foreignKey, integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("review", { id: integer().primaryKey(), product_id: integer() });
  op.createForeignKey("review", foreignKey("review_product_id_fkey").on("product_id").references("product", ["id"]));
}
