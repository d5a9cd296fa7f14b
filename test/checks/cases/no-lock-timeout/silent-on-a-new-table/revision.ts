/** Nobody else wants it. */
import { integer, text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey() });
  op.addColumn("coupon", "code", text());
}
