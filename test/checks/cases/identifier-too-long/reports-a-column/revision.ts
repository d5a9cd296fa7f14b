/** No name is kept beyond its limit. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD COLUMN the_weight_of_the_product_as_it_was_measured_by_the_one_who_packed_it integer");
}
