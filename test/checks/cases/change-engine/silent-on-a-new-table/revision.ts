/** Nothing is copied. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id int PRIMARY KEY)");
  op.execute("ALTER TABLE coupon ENGINE = MyISAM");
}
