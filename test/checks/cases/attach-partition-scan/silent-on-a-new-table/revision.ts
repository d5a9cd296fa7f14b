/** The partition is made here, and is empty. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE reading_2026 (year integer NOT NULL, value integer)");
  op.execute("ALTER TABLE reading ATTACH PARTITION reading_2026 FOR VALUES FROM (2026) TO (2027)");
}
