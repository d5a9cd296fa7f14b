/** Each batch is committed by itself. */
import { sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.backfill("product", { set: { weight: sql`0` } }, { online: true });
}
