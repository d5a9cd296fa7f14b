/** That one is heard. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id int PRIMARY KEY, product_id int, FOREIGN KEY (product_id) REFERENCES product (id))");
}
