/** To take a check away reads nothing. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropConstraint("customer", "customer_age_check");
}
