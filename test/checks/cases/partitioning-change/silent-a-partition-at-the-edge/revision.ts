/** No line moves. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE event_log ADD PARTITION (PARTITION p2027 VALUES LESS THAN (2028))");
}
