/** Products that stand get a stock of 0 that nobody counted. */
import { integer, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "stock", integer().notNull());
}
