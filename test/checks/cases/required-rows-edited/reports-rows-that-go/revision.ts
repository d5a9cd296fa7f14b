/** A person may use them. */
import { integer, table, type Operations } from "graven/revision";

const product = table("product", { id: integer().primaryKey() });

export function upgrade(op: Operations) {
  op.deleteRows(product, { key: "id", required: true }, [{ id: 1 }, { id: 2 }]);
}
