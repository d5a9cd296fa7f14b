/** No release knows the table. */
import { integer, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: varchar(20) });
  op.renameColumn("coupon", "code", "word");
}
