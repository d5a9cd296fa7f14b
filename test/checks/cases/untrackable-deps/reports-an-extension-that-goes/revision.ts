/** Its types go along. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP EXTENSION postgis");
}
