/**
 * It finds words within the text, which the unique index over the column does not.
 *
 * On      mysql, mariadb
 */
import { index, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createIndex("product", index("ft_product_sku").on("sku").facts({ type: "fulltext" }));
}
