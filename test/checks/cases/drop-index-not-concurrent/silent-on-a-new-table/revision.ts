/** Nobody reads the table yet. */
import { index, integer, text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: text() }, () => [index("ix_coupon_code").on("code")]);
  op.dropIndex("coupon", "ix_coupon_code");
}
