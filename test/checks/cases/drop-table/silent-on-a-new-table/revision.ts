/** The draft never left this revision. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("draft", { id: integer().primaryKey() });
  op.dropTable("draft");
}
