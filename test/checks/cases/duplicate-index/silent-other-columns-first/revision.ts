/** A search by product is not served by the key. */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("basket_line", index("ix_basket_line_product").on("product_id", "customer_id"));
}
