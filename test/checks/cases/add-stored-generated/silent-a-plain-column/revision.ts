/** A trigger may fill it. */
import { numeric, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "gross", numeric(10, 2));
}
