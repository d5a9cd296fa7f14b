/** The same, as a statement. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE product ADD CONSTRAINT product_title_once EXCLUDE USING btree (title WITH =)");
}
