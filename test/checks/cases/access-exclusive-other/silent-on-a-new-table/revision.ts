/** Nobody else knows the table yet. */
import { integer, text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: text() });
  op.alterColumn("coupon", "code", { default: "none" });
}
