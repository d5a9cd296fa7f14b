/** Its query fills it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP MATERIALIZED VIEW sales");
  op.execute("CREATE MATERIALIZED VIEW sales AS SELECT state, count(*) FROM orders GROUP BY state");
}
