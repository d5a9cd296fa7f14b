/** The schema learns of it. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD COLUMN stock integer", {
    schema: (op) => {
      op.addColumn("product", "stock", integer());
    },
  });
}
