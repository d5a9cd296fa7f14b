/**
 * More digits before the point: the values stay as they are.
 *
 * On      postgres
 */
import { numeric, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("orders", "total", { type: numeric(14, 2) });
}
