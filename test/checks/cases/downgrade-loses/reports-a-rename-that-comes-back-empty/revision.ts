/** The downgrade drops the renamed column in place of naming it back. */
import { varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.renameColumn("product", "old_code", "legacy_code");
}

export function downgrade(op: Operations) {
  op.dropColumn("product", "legacy_code");
  op.addColumn("product", "old_code", varchar(20));
}
