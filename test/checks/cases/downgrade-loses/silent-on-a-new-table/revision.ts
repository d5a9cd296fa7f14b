/** The downgrade drops what the upgrade made. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey() });
}

export function downgrade(op: Operations) {
  op.dropTable("coupon");
}
