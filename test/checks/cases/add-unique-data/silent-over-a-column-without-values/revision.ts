/** The column was just added, and holds nothing. */
import { unique, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addColumn("product", "barcode", varchar(13));
  op.createUnique("product", unique("product_barcode_key").on("barcode"));
}
