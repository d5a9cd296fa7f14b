/** Nobody can have edited them. */
import { integer, numeric, table, varchar, type Operations } from "graven/revision";

const product = table("product", { id: integer().primaryKey(), sku: varchar(40), title: varchar(200), price: numeric(10, 2) });

export function upgrade(op: Operations) {
  op.bulkInsert(product, [{ id: 1, sku: "V", title: "Voucher", price: "1.00" }], { key: "id", required: true });
}
