/** Each row gets a number of its own, so each is written. */
import { double, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "shelf", double().default(sql`random()`));
}
