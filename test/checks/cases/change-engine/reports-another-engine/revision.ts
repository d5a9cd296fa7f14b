/** The new engine has no transactions. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ENGINE = MyISAM");
}
