/** Another check takes its place. */
import { check, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropConstraint("customer", "customer_age_check");
  op.createCheck("customer", check("customer_age_check", sql`age >= 16`));
}
