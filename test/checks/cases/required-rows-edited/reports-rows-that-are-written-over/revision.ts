/** A person may have chosen another title since. */
import { integer, table, varchar, type Operations } from "graven/revision";

const product = table("product", { id: integer().primaryKey(), title: varchar(200) });

export function upgrade(op: Operations) {
  op.updateRows(product, { key: "id", required: true }, [{ id: 1, title: "Voucher" }]);
}
