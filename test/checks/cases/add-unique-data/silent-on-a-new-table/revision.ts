/** There is no row to be doubled. */
import { integer, unique, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: varchar(20) });
  op.createUnique("coupon", unique("coupon_code_key").on("code"));
}
