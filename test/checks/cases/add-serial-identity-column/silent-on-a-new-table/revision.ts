/** There is no row to number. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (code integer)");
  op.execute("ALTER TABLE coupon ADD COLUMN id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY");
}
