/** Another one takes its place. */
import { primaryKey, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropConstraint("basket_line", "basket_line_pkey");
  op.createPrimaryKey("basket_line", primaryKey("basket_line_pkey").on("product_id", "customer_id"));
}
