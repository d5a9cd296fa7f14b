/** Nobody can tell what it writes. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.run(async (db) => {
    await db.deleteFrom("event_log").execute();
  });
}
