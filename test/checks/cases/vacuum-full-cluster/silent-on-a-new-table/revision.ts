/** It is empty. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id integer PRIMARY KEY)");
  op.execute("CLUSTER coupon USING coupon_pkey");
}
