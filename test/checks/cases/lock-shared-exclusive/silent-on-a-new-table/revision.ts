/** Nobody waits. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id int PRIMARY KEY, code varchar(20))");
  op.execute("ALTER TABLE coupon ADD INDEX ix_coupon_code (code), LOCK=EXCLUSIVE");
}
