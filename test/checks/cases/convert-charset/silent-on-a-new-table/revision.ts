/** There is no text to convert. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (code varchar(20))");
  op.execute("ALTER TABLE coupon CONVERT TO CHARACTER SET utf8mb4");
}
