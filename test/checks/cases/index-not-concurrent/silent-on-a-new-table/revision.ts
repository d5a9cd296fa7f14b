/** Nobody writes it yet. */
import { index, integer, text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: text() });
  op.createIndex("coupon", index("ix_coupon_code").on("code"));
}
