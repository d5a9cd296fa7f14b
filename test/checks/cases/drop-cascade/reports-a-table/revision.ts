/** Views and foreign keys go without being named. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DROP TABLE product CASCADE");
}
