/** Nobody writes it yet. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE coupon (id integer)");
  op.execute("CREATE TRIGGER tell AFTER INSERT ON coupon FOR EACH ROW EXECUTE FUNCTION tell()");
}
