/**
 * It is computed when it is read.
 *
 * On      mysql, mariadb
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD COLUMN gross decimal(10, 2) GENERATED ALWAYS AS (price * 1.19) VIRTUAL");
}
