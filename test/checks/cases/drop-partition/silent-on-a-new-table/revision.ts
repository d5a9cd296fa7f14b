/** Its partitions are empty. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE reading (year int NOT NULL) PARTITION BY RANGE (year) (PARTITION p0 VALUES LESS THAN (2020), PARTITION p1 VALUES LESS THAN (2021))");
  op.execute("ALTER TABLE reading DROP PARTITION p0");
}
