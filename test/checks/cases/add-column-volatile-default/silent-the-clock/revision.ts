/** now() is the same for all rows of a statement. */
import { sql, timestamp, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("orders", "checked_at", timestamp().default(sql`now()`));
}
