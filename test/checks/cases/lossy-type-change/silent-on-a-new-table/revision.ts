/** No value stands there. */
import { integer, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: varchar(80) });
  op.alterColumn("coupon", "code", { type: varchar(20) });
}
