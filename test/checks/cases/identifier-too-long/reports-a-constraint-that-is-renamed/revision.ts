/**
 * The next DROP may meet another constraint.
 *
 * On      postgres
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE customer RENAME CONSTRAINT customer_age_check TO customers_must_be_of_age_or_else_they_may_not_order_anything_at_all");
}
