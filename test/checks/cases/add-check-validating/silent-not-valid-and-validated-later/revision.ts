/**
 * The check holds for new rows at once, and reads the others beside writers.
 *
 * On      postgres
 */
import { check, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createCheck("product", check("product_price_check", sql`price >= 0`), { online: true });
}
