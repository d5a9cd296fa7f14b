/** A policy speaks of new tables too. */
import { foreignKey, integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), customer_id: integer() }, () => [foreignKey("coupon_customer_id_fkey").on("customer_id").references("customer", ["id"], { onDelete: "cascade" })]);
}
