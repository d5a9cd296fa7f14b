/** Each key was dropped in a transaction of its own. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.dropConstraint("basket_line", "basket_line_customer_id_fkey");
    op.dropConstraint("basket_line", "basket_line_product_id_fkey");
  });
  op.dropTable("basket_line");
}
