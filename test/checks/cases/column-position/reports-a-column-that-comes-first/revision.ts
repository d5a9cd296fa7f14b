/** Servers before 8.0.29 write the table anew for that. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD COLUMN shop integer FIRST");
}
