/** Its rows are lost until somebody fills another. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP MATERIALIZED VIEW sales");
}
