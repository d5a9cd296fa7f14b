/** The server refuses it while something depends on it. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP TABLE event_log RESTRICT");
}
