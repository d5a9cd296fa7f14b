/** No NULL is left. */
import { sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.backfill("customer", { set: { name: sql`'somebody'` } });
  op.alterColumn("customer", "name", { nullable: false });
}
