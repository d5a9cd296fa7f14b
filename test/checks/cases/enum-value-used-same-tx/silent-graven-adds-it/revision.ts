/** The operation runs outside of the transaction by itself. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.addEnumLabel("order_state", "packed");
  op.execute("UPDATE orders SET state = 'packed' WHERE remark = 'packed'");
}
