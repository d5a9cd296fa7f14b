/**
 * Every line of the log is written to get its number.
 *
 * On      postgres
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE event_log ADD COLUMN id bigserial");
}
