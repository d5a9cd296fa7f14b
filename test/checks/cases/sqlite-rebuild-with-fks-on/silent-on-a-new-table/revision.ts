/** No row points there yet. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id integer PRIMARY KEY); CREATE TABLE given (coupon_id integer REFERENCES coupon (id) ON DELETE CASCADE)");
  op.execute("DROP TABLE coupon");
}
