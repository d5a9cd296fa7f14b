/** Nobody says what a coupon is. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey() });
}
