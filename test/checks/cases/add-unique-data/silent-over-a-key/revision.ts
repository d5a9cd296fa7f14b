/** What holds the key cannot be doubled. */
import { unique, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createUnique("product", unique("product_sku_title_key").on("sku", "title"));
}
