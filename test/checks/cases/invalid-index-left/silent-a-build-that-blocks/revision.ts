/** It leaves nothing behind where it fails. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE INDEX IF NOT EXISTS ix_orders_state ON orders (state)");
}
