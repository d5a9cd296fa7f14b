/** A remark is no statement. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("UPDATE orders SET remark = 'BEGIN; COMMIT' WHERE id = 1");
}
