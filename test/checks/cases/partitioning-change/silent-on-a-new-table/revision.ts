/** There is nothing to copy. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE reading (year int NOT NULL)");
  op.execute("ALTER TABLE reading PARTITION BY HASH (year) PARTITIONS 4");
}
