/** Nothing needs quotes. */
import { date, integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), valid_until: date() });
}
