/** Two products may have the same title. */
import { unique, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createUnique("product", unique("product_title_key").on("title"));
}
