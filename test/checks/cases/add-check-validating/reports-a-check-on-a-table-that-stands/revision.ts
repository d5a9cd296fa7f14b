/** Every product is read while others wait. */
import { check, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createCheck("product", check("product_price_check", sql`price >= 0`));
}
