/** Sixty-three bytes, to the last. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD COLUMN the_weight_of_the_product_as_it_was_measured_when_it_was_packed integer");
}
