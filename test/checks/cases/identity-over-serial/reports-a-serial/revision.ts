/** Anybody may write over its values. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id bigserial PRIMARY KEY, code text)");
}
