/** It takes a second byte in every row. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE event_log ADD COLUMN marks SET('1','2','3','4','5','6','7','8')");
  op.execute("ALTER TABLE event_log MODIFY COLUMN marks SET('1','2','3','4','5','6','7','8','9')");
}
