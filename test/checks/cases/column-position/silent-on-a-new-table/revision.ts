/** There is no row to write. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id int PRIMARY KEY)");
  op.execute("ALTER TABLE coupon ADD COLUMN code varchar(20) FIRST");
}
