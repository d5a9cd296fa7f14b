/** The old table stands until somebody drops it. */
import { integer, text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("event_line", { id: integer().primaryKey(), line: text() });
}
