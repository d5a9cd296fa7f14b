/** The constraint has an index of its own. */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("product", index("ix_product_sku").on("sku"));
}
