/** No query uses it yet. */
import { index, integer, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: varchar(20) }, () => [index("ix_coupon_code").on("code")]);
  op.dropIndex("coupon", "ix_coupon_code");
}
