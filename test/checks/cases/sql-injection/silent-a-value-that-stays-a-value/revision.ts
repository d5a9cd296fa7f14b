/** USING hands it over as one. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE FUNCTION erase(word text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'DELETE FROM event_log WHERE line = $1' USING word; END $$");
}
