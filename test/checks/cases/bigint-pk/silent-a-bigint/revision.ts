/** It does not end. */
import { bigint, varchar, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: bigint().primaryKey().autoIncrement(), code: varchar(20) });
}
