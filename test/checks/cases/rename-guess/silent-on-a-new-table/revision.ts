/** No value stands in it. */
import { integer, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: varchar(20) });
  op.addColumn("coupon", "word", varchar(20));
  op.dropColumn("coupon", "code");
}
