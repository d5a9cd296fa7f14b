/** What is made in the same breath is gone with it, or both stand. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id integer)");
  op.withoutTransaction((op) => {
    op.execute("CREATE INDEX ix_coupon_id ON coupon (id)");
  });
}
