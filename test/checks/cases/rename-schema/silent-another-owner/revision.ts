/** Its name stays. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER SCHEMA shop OWNER TO keeper");
}
