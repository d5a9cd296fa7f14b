/** It takes the last place. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "shop", integer());
}
