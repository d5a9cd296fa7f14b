/** Nothing depends on it yet. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id integer); DROP TABLE coupon CASCADE");
}
