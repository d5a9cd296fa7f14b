/** The values keep their column. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.renameColumn("product", "old_code", "legacy_code");
}

export function downgrade(op: Operations) {
  op.renameColumn("product", "legacy_code", "old_code");
}
