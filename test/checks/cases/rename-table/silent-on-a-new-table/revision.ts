/** No release knows it. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey() });
  op.renameTable("coupon", "voucher");
}
