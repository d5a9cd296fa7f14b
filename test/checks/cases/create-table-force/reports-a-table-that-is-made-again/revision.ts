/** The log loses its lines without a word. */
import { integer, text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.dropTable("event_log");
  op.createTable("event_log", { id: integer().primaryKey(), line: text() });
}
