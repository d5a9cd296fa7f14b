/** Its rows came a moment ago. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE draft (id integer)");
  op.execute("TRUNCATE TABLE draft");
}
