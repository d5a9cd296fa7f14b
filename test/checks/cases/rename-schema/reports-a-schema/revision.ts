/** Every name in it is another one. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER SCHEMA shop RENAME TO store");
}
