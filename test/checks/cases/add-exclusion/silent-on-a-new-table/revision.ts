/** The table and its constraint come together. */
import { type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.execute("CREATE TABLE booking (room integer, during tsrange); ALTER TABLE booking ADD CONSTRAINT booking_overlap EXCLUDE USING gist (during WITH &&)");
}
