/** It is given away by the one who made it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id integer)");
  op.execute("ALTER TABLE coupon OWNER TO archive");
}
