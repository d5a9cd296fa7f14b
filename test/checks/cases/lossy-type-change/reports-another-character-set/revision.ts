/**
 * Letters that latin1 lacks are refused or lost.
 *
 * On      mysql, mariadb
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product MODIFY COLUMN title varchar(200) CHARACTER SET latin1 NOT NULL");
}
