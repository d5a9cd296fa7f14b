/** No gap is left. */
import { bigint, boolean, integer, text, timestamp, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { id: bigint().primaryKey(), until: timestamp(), percent: integer(), used: boolean(), code: text() });
}
