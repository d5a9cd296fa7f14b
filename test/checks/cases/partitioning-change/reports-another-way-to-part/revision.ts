/** All lines are copied into other partitions. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE event_log PARTITION BY HASH (number) PARTITIONS 4");
}
