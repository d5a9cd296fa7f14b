/**
 * The same in the words of the standard.
 *
 * On      postgres
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE event_log ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY");
}
