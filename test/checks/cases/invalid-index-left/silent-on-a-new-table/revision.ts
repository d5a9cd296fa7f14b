/** No earlier run can have built it. */
import { integer, text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: text() });
  op.withoutTransaction((op) => {
    op.execute("CREATE INDEX CONCURRENTLY IF NOT EXISTS ix_coupon_code ON coupon (code)");
  });
}
