/** It does not run until somebody has decided. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer());
  op.todo("Say how many pieces of each product there are.");
}
