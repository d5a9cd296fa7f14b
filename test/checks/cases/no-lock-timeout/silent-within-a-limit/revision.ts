/** After three seconds it gives up, and tries again. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withTimeouts({ lockTimeout: 3 }, () => {
    op.addColumn("product", "stock", integer());
  });
}
