/** Rows that stand stay where they are. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE orders SET (autovacuum_enabled = false)");
}
