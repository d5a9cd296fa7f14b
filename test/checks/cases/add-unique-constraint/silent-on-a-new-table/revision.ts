/** Its index is empty. */
import { integer, text, unique, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: text() });
  op.createUnique("coupon", unique("coupon_code_key").on("code"));
}
