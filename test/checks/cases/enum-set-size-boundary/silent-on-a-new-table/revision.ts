/** There is nothing to copy. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (marks SET('1','2','3','4','5','6','7','8'))");
  op.execute("ALTER TABLE coupon MODIFY COLUMN marks SET('1','2','3','4','5','6','7','8','9')");
}
