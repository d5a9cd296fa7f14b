/** What can be said by equality alone needs no exclusion. */
import { uniqueIndex, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("product", uniqueIndex("ux_product_title").on("title"), { online: true });
}
