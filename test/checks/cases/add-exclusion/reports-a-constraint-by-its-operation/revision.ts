/** Two bookings of one room must not overlap. */
import { exclusion, sql, type Operations } from "graven/revision";

export function upgrade(op: Operations) {
  op.createExclusion("booking", exclusion("booking_overlap", { method: "gist" }).on([sql`during`, "&&"]));
}
