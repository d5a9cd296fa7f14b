/** The server advises against none of them. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD COLUMN pieces int, ADD COLUMN until date DEFAULT '2030-01-01'");
  op.execute("ALTER TABLE event_log ENGINE = InnoDB");
}
