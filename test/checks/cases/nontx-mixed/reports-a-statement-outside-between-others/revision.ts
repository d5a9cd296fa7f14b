/**
 * A failure at the end takes back the last step alone.
 *
 * On      postgres
 */
import { index, integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
  op.createIndex("product", index("ix_product_stock").on("stock"), { online: true });
  op.addColumn("product", "shelf", integer());
}
