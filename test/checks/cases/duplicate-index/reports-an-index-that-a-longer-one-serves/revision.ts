/** The index of the key begins with the same column. */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("basket_line", index("ix_basket_line_customer").on("customer_id"));
}
