/** The lines are lost if this is a rename. */
import { integer, text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("journal", { number: integer().notNull(), line: text() });
  op.dropTable("event_log");
}
