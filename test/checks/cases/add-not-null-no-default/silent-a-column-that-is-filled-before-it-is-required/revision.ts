/** Three steps in place of one that fails. */
import { integer, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
  op.backfill("product", { set: { stock: sql`0` } });
  op.alterColumn("product", "stock", { nullable: false });
}
