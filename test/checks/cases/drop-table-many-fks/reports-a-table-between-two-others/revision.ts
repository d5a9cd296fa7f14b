/** Customers and products are locked along with it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropTable("basket_line");
}
