/** Both are refused, or without effect, in newer versions. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD COLUMN pieces int(11)");
  op.execute("ALTER TABLE product ADD COLUMN until date DEFAULT '0000-00-00'");
}
