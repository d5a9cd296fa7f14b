/**
 * There it makes the key.
 *
 * Target  9.0
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id int PRIMARY KEY, product_id int REFERENCES product (id))");
}
