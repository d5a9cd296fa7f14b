/** Nobody was promised anything yet. */
import { integer, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: varchar(20).notNull() });
  op.alterColumn("coupon", "code", { nullable: true });
}
