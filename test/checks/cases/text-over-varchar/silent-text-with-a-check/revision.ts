/** Its limit can change. */
import { check, integer, sql, text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: text() }, () => [check("coupon_code_check", sql`length(code) <= 20`)]);
}
