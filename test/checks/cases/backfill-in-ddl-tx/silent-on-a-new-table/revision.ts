/** Nobody waits for its rows. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), percent: integer() });
  op.execute("UPDATE coupon SET percent = 5");
}
