/** The operation parts them itself. */
import { check, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createCheck("product", check("product_price_check", sql`price >= 0`), { online: true });
}
