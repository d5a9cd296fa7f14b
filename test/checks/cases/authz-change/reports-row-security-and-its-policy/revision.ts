/**
 * Rows are hidden from here on.
 *
 * On      postgres
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("ALTER TABLE orders ENABLE ROW LEVEL SECURITY");
  op.execute("CREATE POLICY own_orders ON orders USING (remark = current_user)");
}
