/** There is nothing to copy. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: integer().primaryKey(), percent: integer() });
  op.execute("CREATE INDEX ix_coupon_percent ON coupon (percent) ALGORITHM=COPY");
}
