/** Code of the release before asks for "product". */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.renameTable("product", "article");
}
