/** It holds nothing. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP VIEW open_orders");
}
