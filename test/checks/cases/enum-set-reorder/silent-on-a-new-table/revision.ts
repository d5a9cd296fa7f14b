/** There is no row to sort. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (kind ENUM('a', 'b') NOT NULL)");
  op.execute("ALTER TABLE coupon MODIFY COLUMN kind ENUM('b', 'a') NOT NULL");
}
