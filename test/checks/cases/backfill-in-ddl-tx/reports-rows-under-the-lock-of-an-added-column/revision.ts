/** The column's lock is held until the last row is written. */
import { integer, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
  op.backfill("product", { set: { stock: sql`0` } });
}
