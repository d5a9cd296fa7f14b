/** The same for another reason. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CLUSTER orders USING ix_orders_placed_at");
}
