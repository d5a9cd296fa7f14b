/**
 * The rows hold no value yet, and are read all the same.
 *
 * On      postgres
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD COLUMN rating integer CHECK (rating BETWEEN 1 AND 5)");
}
