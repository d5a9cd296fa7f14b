/** The same, as a statement. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD COLUMN stock integer NOT NULL");
}
