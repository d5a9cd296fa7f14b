/** A backfill carries them over. */
import { sql, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("orders", "comment", varchar(200));
  op.backfill("orders", { set: { comment: sql`remark` } });
  op.dropColumn("orders", "remark");
}
