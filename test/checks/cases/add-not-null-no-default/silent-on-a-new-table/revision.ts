/** There is no row without a value. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey() });
  op.addColumn("coupon", "percent", integer().notNull().default(5));
  op.execute("ALTER TABLE coupon ADD COLUMN code integer NOT NULL");
}
