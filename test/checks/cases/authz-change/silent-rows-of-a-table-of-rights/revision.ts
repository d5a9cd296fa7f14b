/** A table of the application is no right of the database. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("UPDATE customer SET note = 'may grant' WHERE id = 1");
}
