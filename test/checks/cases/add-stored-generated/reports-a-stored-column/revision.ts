/** Every product is written anew with its gross price. */
import { numeric, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "gross", numeric(10, 2).generated(sql`price * 1.19`));
}
