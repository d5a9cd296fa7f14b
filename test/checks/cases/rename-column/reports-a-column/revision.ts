/** Code of the release before asks for "remark". */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.renameColumn("orders", "remark", "comment");
}
