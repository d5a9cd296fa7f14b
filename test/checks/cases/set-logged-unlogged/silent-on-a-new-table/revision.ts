/** There is nothing to write. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id integer)");
  op.execute("ALTER TABLE coupon SET UNLOGGED");
}
