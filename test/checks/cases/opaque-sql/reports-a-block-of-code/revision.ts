/**
 * What stands in it is a text to everybody but the server.
 *
 * On      postgres
 */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("DO $$ BEGIN PERFORM close_year(2025); END $$");
}
