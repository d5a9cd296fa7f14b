/**
 * PostgreSQL keeps both alike.
 *
 * On      postgres
 */
import { text, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.alterColumn("product", "title", { type: text() });
}
