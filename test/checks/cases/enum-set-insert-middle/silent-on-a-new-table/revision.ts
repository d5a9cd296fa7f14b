/** There is nothing to copy. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (kind ENUM('a', 'c') NOT NULL)");
  op.execute("ALTER TABLE coupon MODIFY COLUMN kind ENUM('a', 'b', 'c') NOT NULL");
}
