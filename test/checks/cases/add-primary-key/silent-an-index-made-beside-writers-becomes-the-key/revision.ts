/**
 * Only the last step needs the table for itself, for a moment.
 *
 * On      postgres
 */
import { primaryKey, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createPrimaryKey("event_log", primaryKey("event_log_pkey").on("number"), { online: true });
}
