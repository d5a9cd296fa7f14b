/** Two statements, the long one beside writers. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.execute("CREATE UNIQUE INDEX CONCURRENTLY product_title_key ON product (title)");
    op.execute("ALTER TABLE product ADD CONSTRAINT product_title_key UNIQUE USING INDEX product_title_key");
  });
}
