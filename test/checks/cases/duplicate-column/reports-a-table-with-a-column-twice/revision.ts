/** Both are called code. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id integer, code text, Code text)");
}
