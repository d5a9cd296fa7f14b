/** The transaction is parted in two by it. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
  op.execute("CREATE INDEX CONCURRENTLY ix_product_stock ON product (stock)");
}
