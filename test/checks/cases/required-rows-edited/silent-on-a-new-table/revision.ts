/** Nobody saw them before. */
import { integer, table, varchar, type Operations } from "graven/revision";

const coupon = table("coupon", { id: integer().primaryKey(), code: varchar(20) });

export function upgrade(op: Operations) {
  op.createTable(coupon);
  op.bulkInsert(coupon, [{ id: 1, code: "A" }], { key: "id", required: true });
  op.updateRows(coupon, { key: "id", required: true }, [{ id: 1, code: "B" }]);
}
