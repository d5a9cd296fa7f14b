/** Writers go on. */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("product", index("ix_product_weight").on("weight"));
}
