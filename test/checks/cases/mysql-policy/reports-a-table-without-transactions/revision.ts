/** MyISAM knows none. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE event_log ENGINE = MyISAM");
}
