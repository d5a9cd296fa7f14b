/** Nobody waits for it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (percent integer)");
  op.execute("ALTER TABLE coupon ADD CONSTRAINT coupon_check CHECK (percent < 100) NOT VALID");
  op.execute("ALTER TABLE coupon VALIDATE CONSTRAINT coupon_check");
}
