/** The same in plain SQL. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE orders MODIFY COLUMN state ENUM('open', 'paid') NOT NULL DEFAULT 'open'");
}
