/**
 * Every line of the log is written to get its number.
 *
 * On      mysql, mariadb
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE event_log ADD COLUMN id bigint NOT NULL AUTO_INCREMENT PRIMARY KEY");
}
