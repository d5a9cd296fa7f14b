/** There is nothing to copy. */
import { integer, sql, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey() });
  op.addColumn("coupon", "token", varchar(36).notNull().default(sql`(uuid())`));
}
