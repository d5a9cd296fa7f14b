/** op.withoutTransaction says that it is meant so. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
  op.withoutTransaction((op) => {
    op.execute("CREATE INDEX CONCURRENTLY ix_product_stock ON product (stock)");
  });
}
