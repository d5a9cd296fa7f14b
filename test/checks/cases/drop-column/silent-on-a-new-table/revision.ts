/** The column never held a value. */
import { integer, text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: text() });
  op.dropColumn("coupon", "code");
}
