/** What stood before may be used. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TYPE order_state ADD VALUE 'packed'");
  op.execute("UPDATE orders SET state = 'sent' WHERE remark = 'sent'");
}
