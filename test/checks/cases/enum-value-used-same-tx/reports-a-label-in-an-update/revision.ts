/** PostgreSQL refuses it until the label is committed. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TYPE order_state ADD VALUE 'packed'");
  op.execute("UPDATE orders SET state = 'packed' WHERE remark = 'packed'");
}
