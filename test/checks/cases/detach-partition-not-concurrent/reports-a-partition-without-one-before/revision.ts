/**
 * Version 13 knows no other way.
 *
 * Target  13
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE reading DETACH PARTITION reading_2020");
}
