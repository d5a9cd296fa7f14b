/** Types that tables use may change. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER EXTENSION postgis UPDATE TO '3.5'");
}
