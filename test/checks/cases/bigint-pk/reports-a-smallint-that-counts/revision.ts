/** It ends at 32,767. */
import { smallint, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: smallint().primaryKey().autoIncrement(), code: varchar(20) });
}
