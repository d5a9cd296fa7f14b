/** Others read and write meanwhile. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.withoutTransaction((op) => {
    op.execute("ALTER TABLE reading DETACH PARTITION reading_2020 CONCURRENTLY");
  });
}
