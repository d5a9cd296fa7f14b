/** It holds its lock for as long as it reads. */
import { check, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createCheck("product", check("product_price_check", sql`price >= 0`));
}
