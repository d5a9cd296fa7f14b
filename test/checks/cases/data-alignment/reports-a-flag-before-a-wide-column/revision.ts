/** Seven bytes of every row are empty. */
import { bigint, boolean, timestamp, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createTable("coupon", { used: boolean(), id: bigint().primaryKey(), sent: boolean(), until: timestamp() });
}
