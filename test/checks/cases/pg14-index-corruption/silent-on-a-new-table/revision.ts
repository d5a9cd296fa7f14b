/**
 * There is no row to lose.
 *
 * Target  14.3
 */
import { integer, text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), code: text() });
  op.withoutTransaction((op) => {
    op.execute("CREATE INDEX CONCURRENTLY ix_coupon_code ON coupon (code)");
  });
}
