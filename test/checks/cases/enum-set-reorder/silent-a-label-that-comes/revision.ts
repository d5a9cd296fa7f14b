/** The others stand as they stood. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE orders MODIFY COLUMN state ENUM('open', 'paid', 'sent', 'returned') NOT NULL DEFAULT 'open'");
}
