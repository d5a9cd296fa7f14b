/**
 * CONCURRENTLY came with version 14.
 *
 * Target  14
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE reading DETACH PARTITION reading_2020");
}
