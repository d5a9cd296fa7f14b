/** Nobody else knows the table. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE reading (year integer) PARTITION BY RANGE (year)");
  op.execute("CREATE TABLE reading_2020 PARTITION OF reading FOR VALUES FROM (2020) TO (2021)");
  op.execute("ALTER TABLE reading DETACH PARTITION reading_2020");
}
